import type { Customer } from '../domain/customer.ts';
import type { CommandBody, KeptEvent } from '../domain/event.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import { mayUnset } from '../tagging/permission.ts';
import { auditDenials, changeCustomer, emptyChange } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';
import { changedReply } from './tag.ts';

type Given = KeptEvent & { body: CommandBody };

const MOST_HISTORY = 500;

/** The caller's newest command within 24 hours that no undo has taken back yet. */
const lastOf = (commands: readonly Given[], actor: string, now: Instant): Given | undefined => {
  const undone = new Set(commands.map(({ body }) => body.undo));
  return commands.find(
    ({ _id, at, body }) => body.actor.id === actor && body.undo === null && !undone.has(_id) && at > now - DAY,
  );
};

/** The tags that a command changed, and what changed one of them since. A command taken back, and its undo, changed nothing. */
const touched = async ({ app }: Context, customer: string, command: Given, commands: readonly Given[]) => {
  const taken = commands.flatMap(({ _id, body }) => (body.undo === null ? [] : [_id, body.undo]));
  const counts = (row: LedgerRow) => row.action !== 'denied' && !taken.some((key) => row._id.startsWith(`${key}/`));
  const rows = (await app.store.ledger.newest({ customer }, MOST_HISTORY)).filter(counts);
  const own = rows.filter(({ _id }) => _id.startsWith(`${command._id}/`));
  const tags = new Set(own.map(({ tag }) => tag));
  const since = rows.slice(0, rows.findIndex((row) => own.includes(row)) + 1);
  return { tags, later: since.find((row) => tags.has(row.tag) && !own.includes(row)) };
};

/** Taking a change back needs the right to make the opposite one, read at this moment. */
const checkRights = async (context: Context, customer: Customer, tags: Iterable<string>) => {
  const tree = context.app.inForce.tree();
  for (const tag of tags) {
    const node = tree.node(tag);
    const error = node && mayUnset({ tag: node, by: context.actor.role });
    if (!error) continue;
    await auditDenials(context, customer, [{ tag, error, denied: true }]);
    throw error;
  }
};

/** The customer whom the caller changed last. */
const lastChanged = async ({ app, actor }: Context): Promise<string | null> => {
  const identity = await app.store.events.lastChangedBy(actor.id);
  const [found] = identity === null ? [] : await app.store.customers.identities([identity]);
  return found?.customer ?? null;
};

/** A refused undo is noted where the customer carries what the caller may not touch: it may have been aimed at that. */
const refuse = async (context: Context, customer: Customer, error: UserError): Promise<never> => {
  const tree = context.app.inForce.tree();
  const guarded = Object.keys(customer.state.tags).filter((tag) => {
    const node = tree.node(tag);
    return node !== undefined && mayUnset({ tag: node, by: context.actor.role }) !== null;
  });
  await auditDenials(
    context,
    customer,
    guarded.map((tag) => ({ tag, error, denied: true })),
  );
  throw error;
};

export const undo: Command = {
  name: 'undo',
  aliases: ['撤销'],
  usage: { zh: 'undo [客户]', en: 'undo [CUSTOMER]' },
  summary: { zh: '撤销我最近 24 小时内对这位客户的最后一次改动', en: 'takes back my last change on a customer within 24 hours' },
  writes: true,
  run: async (context, args) => {
    const { app, actor } = context;
    const { words } = readArgs(args);
    const word = words.length > 0 ? words.join(' ') : (context.atHand ?? (await lastChanged(context)));
    if (word === null) throw new UserError('nothing_to_undo');
    const customer = await findCustomer(context, word);
    const now = Math.max(app.clock.asOf(), customer.state.at);
    const commands = await app.store.events.commandsOf(await app.store.customers.keysOf(customer._id));
    const command = lastOf(commands, actor.id, now);
    if (!command) return refuse(context, customer, new UserError('nothing_to_undo'));
    const { tags, later } = await touched(context, customer._id, command, commands);
    await checkRights(context, customer, tags);
    if (later) {
      const params = { tag: app.inForce.tree().label(later.tag), actor: later.actor, action: later.action };
      return refuse(context, customer, new UserError('undo_overtaken', params));
    }
    const { done } = await changeCustomer(context, customer, { ...emptyChange, undo: command._id });
    return changedReply(context, customer._id, done.changes);
  },
};
