import type { ImportBody, KeptEvent } from '../../domain/event.ts';
import { importOf } from '../../domain/import-run.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import { UserError } from '../../errors.ts';
import { mayUnset } from '../../tagging/permission.ts';
import type { Context } from '../command.ts';
import { emptyChange } from '../command-event.ts';
import type { Member } from './member.ts';
import type { TakeBack } from './take-back.ts';

type Histories = ReadonlyMap<string, readonly KeptEvent[]>;

/** The import or command that an event took back. */
const undoneBy = ({ body }: KeptEvent): string[] => (body.kind === 'command' && body.undo !== null ? [body.undo] : []);

const isOf = (run: string) => (event: KeptEvent) => importOf(event._id) === run;

const tagsOf = ({ body }: KeptEvent): string[] => (body.kind === 'import' ? body.tags : []);

/** What an event sets beside tags: names of fields, and the owner. */
const settingsOf = ({ body }: KeptEvent): string[] => {
  if (body.kind !== 'import' && body.kind !== 'command') return [];
  const owned = body.owner !== null || (body.kind === 'command' && body.handover !== undefined);
  return [...Object.keys(body.fields), ...(owned ? ['owner'] : [])];
};

/** The field, or the owner, that somebody or a later table has set after the import did; what was taken back counts for nothing. */
const resetSince = (history: readonly KeptEvent[], run: string): { field: string; actor: string } | null => {
  const made = history.filter(isOf(run));
  const set = new Set(made.flatMap(settingsOf));
  const since = Math.max(...made.map(({ keptAt }) => keptAt));
  const gone = new Set(history.flatMap(undoneBy));
  for (const event of history) {
    if (event.keptAt < since || isOf(run)(event) || gone.has(event._id) || gone.has(importOf(event._id) ?? '')) continue;
    const field = settingsOf(event).find((name) => set.has(name));
    if (field !== undefined) return { field, actor: (event.body as ImportBody).actor.id };
  }
  return null;
};

/** What changed a tag that the import brought after the import did. */
const changedSince = (rows: readonly LedgerRow[], made: readonly KeptEvent[], run: string): LedgerRow | undefined => {
  const tags = new Set(made.flatMap(tagsOf));
  const since = Math.max(...made.map(({ keptAt }) => keptAt));
  return rows.find(({ _id, tag, kept = 0 }) => kept >= since && tags.has(tag) && importOf(_id) !== run);
};

/** What an import said of one customer, and what happened to them besides. */
interface Case {
  member: Member;
  run: string;
  made: readonly KeptEvent[];
  history: readonly KeptEvent[];
  rows: readonly LedgerRow[];
}

/** @throws UserError where the caller may not take off what the import brought, or somebody has changed the same since. */
const checkCase = ({ app, actor }: Context, { member, run, made, history, rows }: Case): void => {
  const tree = app.inForce.tree();
  for (const tag of made.flatMap(tagsOf).filter((one) => member.held.state.tags[one])) {
    const node = tree.node(tag);
    const error = node && mayUnset({ tag: node, by: actor.role });
    if (error) throw error;
  }
  const later = changedSince(rows, made, run);
  if (later) throw new UserError('undo_overtaken', { tag: tree.label(later.tag), actor: later.actor, action: later.action });
  const reset = resetSince(history, run);
  if (reset) throw new UserError('undo_overtaken', { tag: reset.field, actor: reset.actor, action: 'add' });
};

/** Reads what is needed to take an import back from these customers: one query, however many they are. */
export const takeImportBackOf = async (
  context: Context,
  run: string,
  members: readonly Member[],
  histories: Histories,
): Promise<TakeBack> => {
  const historyOf = ({ held }: Member) => histories.get(held._id) ?? [];
  const made = members.flatMap((member) => historyOf(member).filter(isOf(run)));
  const since = Math.min(...made.map(({ at }) => at));
  const ids = [...new Set(members.flatMap(({ id, held }) => [id, held._id]))];
  const rows = made.length === 0 ? [] : await context.app.store.ledger.changesSince(ids, since);
  return (member) => {
    const history = historyOf(member);
    const theirs = history.filter(isOf(run));
    if (theirs.length === 0 || history.some((event) => undoneBy(event).includes(run))) return null;
    const own = rows.filter(({ customer }) => customer === member.id || customer === member.held._id);
    checkCase(context, { member, run, made: theirs, history, rows: own });
    return { ...emptyChange, undo: run };
  };
};
