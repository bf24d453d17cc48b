import { randomBytes } from 'node:crypto';
import type { Customer } from '../domain/customer.ts';
import type { CommandBody, KeptEvent } from '../domain/event.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Advanced } from '../fold/advance.ts';
import type { Refusal } from '../tagging/change-by-person.ts';
import type { Context } from './command.ts';

/** Keys of commands sort after all platform keys of the same moment, and among each other as they were given. */
export const commandKey = (now: number): string => `~~${now.toString(36).padStart(9, '0')}-${randomBytes(6).toString('hex')}`;

/** A command's event, at the home's time, never before what the customer has already lived through. */
export const commandEvent = (
  { app, actor }: Pick<Context, 'app' | 'actor'>,
  held: Customer,
  key: string,
  keys: readonly string[],
  body: Omit<CommandBody, 'kind' | 'actor'>,
): KeptEvent => ({
  _id: key,
  state: 'done',
  keptAt: app.wallNow(),
  at: Math.max(app.clock.asOf(), held.state.at, held.state.ranTo),
  channel: 'command',
  account: '',
  conversation: '',
  message: key,
  // A change belongs to one of the customer's identities, like every other event, and says which others were known.
  identity: keys[0] ?? null,
  name: null,
  joinKey: null,
  from: 'system',
  agent: null,
  body: { kind: 'command', actor: { id: actor.id, role: actor.role }, ...body, ...(keys.length > 1 ? { of: [...keys] } : {}) },
});

export const denialRows = (
  command: Pick<KeptEvent, '_id' | 'at'>,
  customer: string,
  actor: string,
  refusals: readonly Refusal[],
): LedgerRow[] =>
  refusals.flatMap(({ tag, error, denied }, k) =>
    denied
      ? [
          {
            _id: `${command._id}/denied/${k}`,
            customer,
            at: command.at,
            tag,
            action: 'denied' as const,
            actor,
            cause: { kind: 'person' as const, id: actor, version: '1' },
            denial: error.code,
          },
        ]
      : [],
  );

export const emptyChange: Omit<CommandBody, 'kind' | 'actor'> = { add: [], remove: [], fields: {}, owner: null, undo: null };

export type Change = Omit<CommandBody, 'kind' | 'actor'>;

/** Whether a change does anything: fields, an owner, tasks, an undo, or at least one tag. */
export const hasEffect = (body: Change, done: Advanced, key: string): boolean =>
  body.undo !== null ||
  body.owner !== null ||
  body.handover !== undefined ||
  (body.tasks ?? []).length > 0 ||
  Object.keys(body.fields).length > 0 ||
  done.ledger.some(({ _id }) => _id.startsWith(`${key}/`));
