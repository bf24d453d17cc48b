import type { Customer } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { UserError } from '../errors.ts';
import type { Advanced } from '../fold/advance.ts';
import type { Context } from './command.ts';
import { type Change, commandEvent, commandKey, denialRows, hasEffect } from './command-event.ts';

const MOST_TRIES = 20;

/** Applies what still waits of this customer, so that a command sees all that was kept before it. */
const applyPending = async ({ app }: Context, customer: string): Promise<void> => {
  const identities = await app.store.customers.identitiesOf([customer]);
  app.lanes.push(await app.store.events.pendingOf(identities.map(({ _id }) => _id)));
  await app.lanes.idle();
};

/** Notes that somebody asked for what they may not do: `tags` that they named; none of them stands for a field or an owner. */
export const auditDenials = async (
  { app, actor }: Context,
  customer: Customer | null,
  error: UserError,
  tags: readonly string[] = [''],
): Promise<void> => {
  const at = Math.max(app.clock.asOf(), customer?.state.at ?? 0, customer?.state.ranTo ?? 0);
  const refusals = tags.map((tag) => ({ tag, error, denied: true }));
  const rows = denialRows({ _id: commandKey(app.wallNow()), at }, customer?._id ?? '', actor.id, refusals);
  await app.store.ledger.append(rows);
};

type Made = { done: Advanced; command: KeptEvent };

/** Works the change out on the customer as stored now, and writes it; null when they must first be folded again. */
const attempt = async (context: Context, id: string, key: string, body: Change): Promise<Made | null> => {
  const { app, actor } = context;
  const [held] = await app.store.customers.load([id]);
  const keys = await app.store.customers.keysOf(id);
  if (!held || held.mergedInto !== undefined || keys.length === 0) throw new UserError('unknown_customer', { name: id });
  if (held.stale !== undefined) {
    // Their identities were joined a moment ago, or what they were folded by has changed.
    await app.runDue(0);
    return null;
  }
  const command = commandEvent(context, held, key, keys, body);
  const done = await app.pipeline.try(held, command);
  const [refused] = done.refusals;
  if (refused) {
    await app.store.ledger.append(denialRows(command, held._id, actor.id, done.refusals));
    throw refused.error;
  }
  // What changes nothing is not kept: the next undo is about the change before it.
  if (!hasEffect(body, done, key)) return { done: { ...done, changes: [] }, command };
  await app.pipeline.write([done], [command]);
  return { done, command };
};

/**
 * Makes a person's change: worked out on the customer as stored, checked, and written in one transaction with its event. When
 * somebody else changed the customer meanwhile, it is worked out again. All or nothing.
 * @throws UserError naming the first thing refused; what was refused for want of right is audited.
 */
export const changeCustomer = async (context: Context, customer: Customer, body: Change): Promise<Made> => {
  const { app } = context;
  await applyPending(context, customer._id);
  const key = commandKey(app.wallNow());
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const made = await attempt(context, customer._id, key, body);
      if (made) return made;
    } catch (error) {
      if (!app.store.isConflict(error)) throw error;
    }
  }
  throw new UserError('too_busy', { name: customer._id });
};
