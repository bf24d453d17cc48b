import { LOCAL, newLink } from '../access/sign-ins.ts';
import { readArgs } from '../commands/read-args.ts';
import { UsageError, UserError } from '../errors.ts';
import { accessText } from '../text/access-words.ts';
import { readSite } from '../web/site.ts';
import { isAlone, wantsChannel } from './channels/open-demo.ts';
import { type OpenApp, openApp } from './open-app.ts';
import { writeJson } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { who } from './who.ts';

/** Where the running bot serves. @throws UserError `link_not_running` */
const addressOf = async ({ app, database }: OpenApp) => {
  const address = await app.store.address.get();
  // Whoever started the home's own database just now is alone with it.
  if (address === null || (database.embedded && database.owner)) throw new UserError('link_not_running');
  return address;
};

/** Whether the bot that runs has the local demo, by what this process sees of it; where it has not, its page says so. */
const hasDemo = ({ process: { env } }: Call, { app: { inForce } }: OpenApp): boolean =>
  inForce.people().all.length === 0 &&
  !wantsChannel(inForce.config(), env) &&
  isAlone(readSite(env['TAGWISE_HOST'], env['TAGWISE_URL']));

/** Where somebody can be led. */
const PAGES = ['sidebar', 'console', 'desk', 'demo'];

const makeLink = async (call: Call, opened: OpenApp, page: string | undefined): Promise<void> => {
  const { app } = opened;
  const people = app.inForce.people();
  const { id, name } = who(call.global, people);
  // A role for one call makes nobody a person who can stay signed in.
  if (id !== LOCAL && !people.all.some((one) => one.id === id)) throw new UserError('unknown_person', { name });
  const address = await addressOf(opened);
  if (id === LOCAL && address.open) throw new UserError('link_name_somebody');
  const usual = id === LOCAL && hasDemo(call, opened) ? 'demo' : 'sidebar';
  const to = `/${page ?? usual}`;
  const { url, until } = await newLink(app, { address: address.url, person: id, to });
  if (call.global.json) writeJson(call, { url, for: id, until: new Date(until).toISOString() });
  else call.process.stdout.write(`${accessText.link(call.global.lang, name)}\n${url}\n`);
};

export const link: Verb = {
  name: 'link',
  usage: { zh: 'link [console|desk|demo] [--as 名字]', en: 'link [console|desk|demo] [--as NAME]' },
  summary: {
    zh: '一个登录网页的地址，只能用一次，10 分钟内有效；不写名字就是命令行操作员；打开的是侧边栏，或指定的网页',
    en: 'an address that signs a person in to the pages, once, within 10 minutes; without a name, the operator of the command line; to the sidebar, or the page named',
  },
  run: async (call) => {
    const [page, ...rest] = readArgs(call.args).words;
    if (rest.length > 0 || (page !== undefined && !PAGES.includes(page))) throw new UsageError('link_usage');
    const opened = await openApp(call, { verb: 'link', mode: 'short', lenient: true, writes: false });
    try {
      await makeLink(call, opened, page);
      return 0;
    } finally {
      await opened.close();
    }
  },
};
