import { newToken, readScopes, readTokenDays } from '../access/tokens.ts';
import type { App } from '../app.ts';
import { type Args, readArgs } from '../commands/read-args.ts';
import type { StoredToken } from '../domain/access.ts';
import type { Actor } from '../domain/person.ts';
import { UsageError, UserError } from '../errors.ts';
import { accessText, type TokenAnswer, tokenLines } from '../text/access-words.ts';
import { openApp } from './open-app.ts';
import { writeJson } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { who } from './who.ts';

const USUAL_DAYS = '90';

const iso = (at: number) => new Date(at).toISOString();

const answerOf = ({ _id, scopes, by, at, until, revokedAt, usedAt }: StoredToken, now: number): TokenAnswer => ({
  ...{ name: _id, scopes, by, at: iso(at), until: iso(until) },
  state: revokedAt !== undefined ? 'revoked' : until <= now ? 'over' : 'open',
  usedAt: usedAt === undefined ? null : iso(usedAt),
});

const write = ({ global, process }: Call, doc: object, lines: readonly string[]): void => {
  if (global.json) writeJson({ global, process, args: [] }, doc);
  else process.stdout.write(`${lines.join('\n')}\n`);
};

const create = async (call: Call, app: App, actor: Actor, name: string, { options, all }: Args): Promise<void> => {
  if (!options.has('scope')) throw new UsageError('token_usage');
  const scopes = readScopes((all.get('scope') ?? []).join(','));
  const days = readTokenDays(options.get('days') ?? USUAL_DAYS);
  const { token: text, stored } = await newToken(app, { name, scopes, days, by: actor.id });
  const answer = answerOf(stored, app.wallNow());
  write(call, { token: text, ...answer }, [accessText.made(call.global.lang, name, answer.until), text]);
};

const revoke = async (call: Call, app: App, name: string): Promise<void> => {
  if (!(await app.store.tokens.revoke(name, app.wallNow()))) throw new UserError('unknown_token', { name });
  write(call, { revoked: name }, [accessText.revoked(call.global.lang, name)]);
};

const list = async (call: Call, app: App): Promise<void> => {
  const tokens = (await app.store.tokens.all()).map((one) => answerOf(one, app.wallNow()));
  write(call, { tokens }, tokenLines(tokens, call.global.lang));
};

/** Keys of programs: made, listed and revoked by admins only, since each opens the customers' data. */
const run = async (call: Call, app: App, args: Args): Promise<void> => {
  const [verb, name, ...more] = args.words;
  const actor = who(call.global, app.inForce.people());
  if (actor.role !== 'admin') throw new UserError('token_admins_only', { role: actor.role });
  if (verb === 'new' && name !== undefined && more.length === 0) return create(call, app, actor, name, args);
  if (args.options.size > 0 || more.length > 0) throw new UsageError('token_usage');
  if (verb === 'revoke' && name !== undefined) return revoke(call, app, name);
  if (verb === 'list' && name === undefined) return list(call, app);
  throw new UsageError('token_usage');
};

export const token: Verb = {
  name: 'token',
  usage: {
    zh: 'token new 名字 --scope 权限[,权限] [--days N] · token list · token revoke 名字',
    en: 'token new NAME --scope SCOPE[,SCOPE] [--days N] · token list · token revoke NAME',
  },
  summary: {
    zh: '给程序用的令牌：read 看，write 改（含看），tags:restricted 也能改受限标签，events 只送事件；默认 90 天',
    en: 'keys for programs: read, write (and read), tags:restricted (restricted tags too), events (sends events only); 90 days unless said',
  },
  run: async (call) => {
    const args = readArgs(call.args, ['scope', 'days']);
    const opened = await openApp(call, { verb: 'token', mode: 'short', lenient: true, writes: false });
    try {
      await run(call, opened.app, args);
      return 0;
    } finally {
      await opened.close();
    }
  },
};
