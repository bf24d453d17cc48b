import type { CommandBody, KeptEvent } from '../domain/event.ts';
import { importOf } from '../domain/import-run.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { DAY, type Instant } from '../domain/time.ts';

export type Given = KeptEvent & { body: CommandBody };

export interface UndoAim {
  /** The caller's newest command within 24 hours that no undo has taken back yet. */
  command: Given | undefined;
  /** The tags that it changed. */
  tags: string[];
  /** What changed one of them since. */
  later: LedgerRow | undefined;
  /** All tags at stake: those, and what changed together with `later`; without a command, those of anybody's newest change. */
  atStake: string[];
}

const unique = (rows: readonly LedgerRow[]): string[] => [...new Set(rows.map(({ tag }) => tag))];

/** Suggestions change no tag, and what was denied changed nothing. */
const isChange = ({ action }: LedgerRow): boolean => action === 'add' || action === 'remove';

/**
 * What an undo aims at.
 * @param commands people's commands on the customer, newest first; @param rows the customer's ledger, newest first.
 */
export const undoAim = ({
  commands,
  rows,
  actor,
  now,
}: {
  commands: readonly Given[];
  rows: readonly LedgerRow[];
  actor: string;
  now: Instant;
}): UndoAim => {
  // A command taken back, and its undo, changed nothing.
  const taken = new Set(commands.flatMap(({ _id, body }) => (body.undo === null ? [] : [_id, body.undo])));
  const standing = commands.filter(({ _id }) => !taken.has(_id));
  const made = (id: string) => (row: LedgerRow) => row._id.startsWith(`${id}/`) || importOf(row._id) === id;
  const changes = rows.filter((row) => isChange(row) && ![...taken].some((id) => made(id)(row)));
  const command = standing.find(({ at, body }) => body.actor.id === actor && at > now - DAY);
  if (!command) {
    const newest = standing.find(({ _id }) => changes.some(made(_id)));
    return { command, tags: [], later: undefined, atStake: newest ? unique(changes.filter(made(newest._id))) : [] };
  }
  const own = changes.filter(made(command._id));
  const tags = unique(own);
  const since = changes.slice(0, changes.findIndex((row) => own.includes(row)) + 1);
  const later = since.find((row) => tags.includes(row.tag) && !own.includes(row));
  const together = later ? changes.filter(made(later._id.slice(0, later._id.lastIndexOf('/')))) : [];
  return { command, tags, later, atStake: [...new Set([...tags, ...unique(together)])] };
};
