import { randomUUID } from 'node:crypto';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Context } from './command.ts';

/** The history's line of a change of what is set up for all customers, made or denied. */
export const setUpRow = (
  { app, actor }: Pick<Context, 'app' | 'actor'>,
  of: 'library' | 'rules' | 'segment' | 'batch' | 'room' | 'learn',
  done: { note: string } | { denial: string },
): LedgerRow => ({
  ...{ _id: `~${of}/${randomUUID()}`, customer: '', at: app.clock.asOf(), tag: '', actor: actor.id },
  action: 'denial' in done ? 'denied' : of,
  cause: { kind: 'person', id: actor.id, version: '1' },
  ...done,
});
