import { zoneOf } from '../answers/zone-of.ts';
import { digestAnswer } from '../digest/digest-answer.ts';
import { digestWindow } from '../digest/digest-window.ts';
import { digestTime, readersIn } from '../digest/readers.ts';
import type { Seer } from '../domain/person.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

/**
 * Whose digest it is: the caller's own, or that of somebody under them; an admin may have anybody's.
 * @throws UserError `unknown_person`, or `digest_refused`, which is audited.
 */
const reader = async (context: Context, name: string | undefined): Promise<Seer> => {
  const { app, actor } = context;
  if (name === undefined) return actor;
  const people = app.inForce.people();
  const person = people.byId(name);
  if (!person) throw new UserError('unknown_person', { name });
  const under = actor.role === 'manager' && people.reportsOf(actor.id).some(({ id }) => id === person.id);
  if (actor.role === 'admin' || person.id === actor.id || under) return person;
  const refused = new UserError('digest_refused', { name: person.name });
  await auditDenials(context, null, refused);
  throw refused;
};

const SWITCH: Readonly<Record<string, boolean>> = { off: false, 关: false, 关闭: false, on: true, 开: true, 打开: true };

/** Turns the caller's own daily message off or on. */
const switchBriefing = async ({ app, actor }: Context, word: string): Promise<Reply> => {
  const wanted = SWITCH[word.toLowerCase()];
  if (wanted === undefined) throw new UsageError('digest_usage');
  const at = readersIn(app.inForce).find(({ id }) => id === actor.id)?.at;
  if (wanted && at === 'off') throw new UserError('digest_off_in_config');
  await app.store.mailboxes.setBriefing(actor.id, wanted);
  return { kind: 'briefing', doc: { for: actor.id, wanted, at: digestTime(app.inForce, actor.id) } };
};

export const digest: Command = {
  name: 'digest',
  aliases: ['简报', '每日简报'],
  usage: { zh: 'digest [--for 同事] [--date 日期] · digest off|on', en: 'digest [--for NAME] [--date DATE] · digest off|on' },
  summary: {
    zh: '这 24 小时：超时报价、高意向新线索、静默的 VIP、投诉、标签变化；off 不再每天发给自己',
    en: 'the last 24 hours: stale quotes, keen new leads, silent VIPs, complaints, tag changes; off: no more of it every day',
  },
  writes: ([word = '', ...more]) => more.length === 0 && Object.hasOwn(SWITCH, word.toLowerCase()),
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, ['for', 'date']);
    if (words.length === 1 && options.size === 0) return switchBriefing(context, words[0] ?? '');
    if (words.length > 0) throw new UsageError('digest_usage');
    const whom = await reader(context, options.get('for'));
    const at = digestTime(app.inForce, whom.id);
    const window = digestWindow({ date: options.get('date'), at, zone: zoneOf(app, whom.id), now: app.clock.asOf() });
    return { kind: 'digest', doc: await digestAnswer(app, whom, window) };
  },
};
