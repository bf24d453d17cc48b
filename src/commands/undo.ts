import { ownerName } from '../answers/owner-name.ts';
import type { FieldChangeAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import type { CommandBody } from '../domain/event.ts';
import type { Reply } from '../domain/reply.ts';
import { UserError } from '../errors.ts';
import { mayUnset } from '../tagging/permission.ts';
import { batchOf } from './batch/batch-key.ts';
import { lastDeed, undoDeed } from './batch/undo-deed.ts';
import { auditDenials, changeCustomer } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { emptyChange } from './command-event.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';
import { refuseViewer } from './refuse-viewer.ts';
import { changedReply } from './tag.ts';
import { type UndoAim, undoAim } from './undo-aim.ts';

const MOST_HISTORY = 500;

/** The customer whom the caller changed last. */
const lastChanged = async ({ app, actor }: Context): Promise<string | null> => {
  const identity = await app.store.events.lastChangedBy(actor.id);
  const [found] = identity === null ? [] : await app.store.customers.identities([identity]);
  return found?.customer ?? null;
};

const aimOf = async ({ app, actor }: Context, { _id, state }: Customer): Promise<UndoAim> => {
  const { store } = app;
  const [commands, rows] = await Promise.all([
    store.customers.keysOf(_id).then(store.events.commandsOf),
    store.customers.mergedWith(_id).then((ids) => store.ledger.newest({ customer: ids }, MOST_HISTORY)),
  ]);
  return undoAim({ commands, rows, actor: actor.id, now: Math.max(app.clock.asOf(), state.at) });
};

/** Why the caller may not take back what changed these tags: it needs the right to make the opposite change, read at this moment. */
const rightsTo = ({ app, actor }: Context, tags: readonly string[]) =>
  tags.flatMap((tag) => {
    const node = app.inForce.tree().node(tag);
    const error = node && mayUnset({ tag: node, by: actor.role });
    return error ? [{ tag, error }] : [];
  });

/** What stands in the way of the undo, and at which tags that is a want of right; null where nothing does. */
const refusalOf = (
  context: Context,
  { command, tags, later, atStake }: UndoAim,
): { error: UserError; denied: string[] } | null => {
  const denied = rightsTo(context, atStake).map(({ tag }) => tag);
  // A viewer takes back nothing, not even a field that they set when they were more than that.
  if (context.actor.role === 'viewer')
    return { error: new UserError('viewer_changes_nothing'), denied: denied.length > 0 ? denied : [''] };
  if (!command) return { error: new UserError('nothing_to_undo'), denied };
  const [first] = rightsTo(context, tags);
  if (first) return { error: first.error, denied };
  if (!later) return null;
  const params = { tag: context.app.inForce.tree().label(later.tag), actor: later.actor, action: later.action };
  return { error: new UserError('undo_overtaken', params), denied };
};

const taskOf = ({ state }: Customer, id: string): { title: string; state: string } | null => {
  const task = state.tasks.find((one) => one.id === id);
  if (!task) return null;
  return { title: task.title, state: task.state === 'open' && task.snoozedUntil !== null ? 'snoozed' : task.state };
};

/** What an undo did to the fields that the command had set, to the owner and to tasks. */
const fieldChanges = (
  { app }: Context,
  { fields, owner, tasks = [] }: CommandBody,
  before: Customer,
  after: Customer,
): FieldChangeAnswer[] => {
  const owners = { field: 'owner', from: ownerName(app, before.state), to: ownerName(app, after.state) };
  const changed = Object.keys(fields).map((field) => ({
    field,
    from: before.state.fields[field] ?? null,
    to: after.state.fields[field] ?? null,
  }));
  const tasksChanged = tasks.map(({ id }) => ({ field: 'task', from: taskOf(before, id), to: taskOf(after, id) }));
  return [...(owner === null ? [] : [owners]), ...changed, ...tasksChanged];
};

/** Takes the caller's last change of one customer back. */
const undoOf = async (context: Context, customer: Customer): Promise<Reply> => {
  const { app } = context;
  const aim = await aimOf(context, customer);
  const refused = refusalOf(context, aim);
  if (refused) {
    await auditDenials(context, customer, refused.error, refused.denied);
    throw refused.error;
  }
  const { command } = aim;
  if (!command) throw new UserError('nothing_to_undo');
  const { done } = await changeCustomer(context, customer, { ...emptyChange, undo: command._id });
  const [after = customer] = await app.store.customers.load([customer._id]);
  return changedReply(context, customer._id, done.changes, fieldChanges(context, command.body, customer, after));
};

export const undo: Command = {
  name: 'undo',
  aliases: ['撤销'],
  usage: { zh: 'undo [客户]', en: 'undo [CUSTOMER]' },
  summary: {
    zh: '撤销我最近 24 小时内对这位客户的最后一次改动；不写客户，就是我最后做的事，批量改动、导入和改标签库也算',
    en: 'takes back my last change on a customer within 24 hours; without one, the last thing I did, batches, imports and the library too',
  },
  writes: true,
  run: async (context, args) => {
    const { words } = readArgs(args);
    if (words.length > 0) return undoOf(context, await findCustomer(context, words.join(' ')));
    await refuseViewer(context, null);
    const deed = await lastDeed(context);
    const whom = context.atHand ?? (await lastChanged(context));
    const customer = whom === null ? null : await findCustomer(context, whom);
    // Of what the caller did to one customer and what to many, the later is meant.
    const command = customer && deed ? (await aimOf(context, customer)).command : undefined;
    const alone = command !== undefined && batchOf(command._id) === null && command.keptAt > (deed?.kept ?? 0);
    if (deed && !alone) return undoDeed(context, deed);
    if (!customer) throw new UserError('nothing_to_undo');
    return undoOf(context, customer);
  },
};
