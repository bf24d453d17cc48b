import type { LedgerRow } from '../../domain/ledger.ts';
import { UserError } from '../../errors.ts';
import { mayUnset } from '../../tagging/permission.ts';
import type { Context } from '../command.ts';
import { type Change, emptyChange } from '../command-event.ts';
import { batchKey } from './batch-key.ts';
import type { Member } from './member.ts';

/** What takes a batch's change of one customer back; null where there is none. @throws UserError where somebody has changed the same since. */
export type TakeBack = (member: Member) => Change | null;

/** What changed the same tags, or the owner, after the batch did. */
const overtaking = (rows: readonly LedgerRow[], key: string): LedgerRow | undefined => {
  const own = (row: LedgerRow) => row._id.startsWith(`${key}/`);
  const tags = new Set(rows.filter(own).map(({ tag }) => tag));
  const first = rows.findIndex(own);
  return rows.slice(0, Math.max(0, first)).find((row) => !own(row) && tags.has(row.tag));
};

/** Reads what is needed to take a batch back from these customers: three queries, however many they are. */
export const takeBackOf = async (context: Context, of: string, members: readonly Member[]): Promise<TakeBack> => {
  const { app, actor } = context;
  const { store } = app;
  const key = ({ id }: Member) => batchKey(of, id);
  const keys = members.map(key);
  const [made, undone] = await Promise.all([
    store.events.byKeys(keys),
    store.events.undoneAmong(
      keys,
      members.flatMap(({ identities }) => identities),
    ),
  ]);
  const standing = new Set(made.map(({ _id }) => _id).filter((one) => !undone.has(one)));
  const since = made.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
  const ids = members.flatMap(({ id, held }) => [id, held._id]);
  const rows = made.length === 0 ? [] : await store.ledger.changesSince([...new Set(ids)], since);
  const tree = app.inForce.tree();
  return (member) => {
    if (!standing.has(key(member))) return null;
    const mine = rows.filter(({ customer }) => customer === member.id || customer === member.held._id);
    for (const { tag } of mine.filter(({ _id }) => _id.startsWith(`${key(member)}/`))) {
      const node = tree.node(tag);
      const error = node && mayUnset({ tag: node, by: actor.role });
      if (error) throw error;
    }
    const later = overtaking(mine, key(member));
    if (later) throw new UserError('undo_overtaken', { tag: tree.label(later.tag), actor: later.actor, action: later.action });
    return { ...emptyChange, undo: key(member) };
  };
};
