import { randomBytes } from 'node:crypto';
import { iso } from '../answers/cause-answers.ts';
import { webhooksAnswer } from '../answers/webhooks-answer.ts';
import type { WebhookSetting } from '../config/webhook-schema.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import { type Delivery, TEST_EVENT } from '../domain/webhook.ts';
import { UsageError, UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

const MOST = 20;
/** Messages that were in vain which one call sends anew. */
const AGAIN = 1000;
const SENDERS = ['manager', 'admin'];

const refuseOthers = async (context: Context): Promise<void> => {
  if (SENDERS.includes(context.actor.role)) return;
  const refused = new UserError('webhooks_managers_only', { role: context.actor.role });
  await auditDenials(context, null, refused);
  throw refused;
};

const hooksOf = ({ app }: Context): readonly WebhookSetting[] => app.inForce.config().webhooks;

const hookNamed = (context: Context, word: string): WebhookSetting => {
  const hooks = hooksOf(context);
  const found = hooks.find(({ name }) => name === word.toLowerCase());
  if (found) return found;
  const names = hooks.map(({ name }) => name);
  throw new UserError('unknown_webhook', { name: word, near: nearWord(word, names) ?? '', names: names.join(', ') });
};

const answer = async ({ app }: Context, hook: WebhookSetting, ids: readonly string[]): Promise<Reply> => ({
  kind: 'webhooks',
  doc: await webhooksAnswer(app, [hook], await app.store.deliveries.byIds(ids)),
});

/** Sends a message of its own, to see whether it gets through. */
const test = async (context: Context, word: string): Promise<Reply> => {
  const { app } = context;
  const hook = hookNamed(context, word);
  const endpoint = app.webhooks.endpointOf(hook);
  if (typeof endpoint === 'string') throw new UserError('webhook_not_ready', { name: hook.name });
  const now = app.wallNow();
  const _id = `msg_${randomBytes(20).toString('base64url')}`;
  const body = { type: TEST_EVENT, timestamp: iso(now), data: {} };
  await app.store.deliveries.add({ _id, hook: hook.name, at: now, from: now, state: 'waiting', attempts: 0, body });
  await app.webhooks.send(hook, endpoint, [_id]);
  const [sent] = await app.store.deliveries.byIds([_id]);
  if (sent?.state === 'failed') throw new UserError('webhook_not_taken', { name: hook.name, answer: sent.last?.answer ?? '' });
  return answer(context, hook, [_id]);
};

/** What a word means that is to be sent again: one message by the beginning of its id, or all of a webhook that were in vain. */
const meant = async (context: Context, word: string): Promise<{ hook: WebhookSetting; rows: Delivery[] }> => {
  const { deliveries } = context.app.store;
  if (!word.startsWith('msg_')) {
    const hook = hookNamed(context, word);
    return { hook, rows: await deliveries.inVain(hook.name, AGAIN) };
  }
  const [row, other] = await deliveries.startingWith(word, 2);
  if (!row) throw new UserError('unknown_delivery', { id: word });
  if (other) throw new UserError('ambiguous_delivery', { id: word });
  if (row.state === 'muted') throw new UserError('delivery_muted', { id: word });
  return { hook: hookNamed(context, row.hook), rows: [row] };
};

const retry = async (context: Context, word: string): Promise<Reply> => {
  const { app } = context;
  const { hook, rows } = await meant(context, word);
  // The oldest first.
  const ids = rows.map(({ _id }) => _id).reverse();
  await app.store.deliveries.again(ids, app.wallNow());
  const endpoint = app.webhooks.endpointOf(hook);
  if (typeof endpoint !== 'string') await app.webhooks.send(hook, endpoint, ids.slice(0, MOST));
  return answer(context, hook, ids.slice(0, MOST));
};

const list = async (context: Context, word: string | undefined): Promise<Reply> => {
  const hooks = word === undefined ? hooksOf(context) : [hookNamed(context, word)];
  const names = hooks.map(({ name }) => name);
  const { app } = context;
  return { kind: 'webhooks', doc: await webhooksAnswer(app, hooks, await app.store.deliveries.newest(names, MOST)) };
};

export const webhooks: Command = {
  name: 'webhooks',
  aliases: ['推送', 'webhook'],
  usage: { zh: 'webhooks [名字|retry 编号或名字|test 名字]', en: 'webhooks [NAME|retry ID or NAME|test NAME]' },
  summary: {
    zh: '通知其他程序的情况：最近发了什么、几次、下次何时；retry 再发；test 试一次',
    en: 'what other programs were told: the last messages, attempts, the next try; retry sends again, test tries one out',
  },
  writes: ([verb]) => verb === 'retry' || verb === 'test',
  run: async (context, args) => {
    const { words } = readArgs(args);
    const [verb, word, ...more] = words;
    await refuseOthers(context);
    if (verb !== 'retry' && verb !== 'test') {
      if (word !== undefined) throw new UsageError('webhooks_usage');
      return list(context, verb);
    }
    if (word === undefined || more.length > 0) throw new UsageError('webhooks_usage');
    return verb === 'test' ? test(context, word) : retry(context, word);
  },
};
