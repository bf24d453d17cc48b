import type { CustomerState } from '../domain/customer.ts';
import { endOf, type Move, moved, type Path, type Standing } from '../domain/path.ts';
import type { TagTree } from '../domain/tag-tree.ts';

/** Moves kept a group; of more the oldest are taken to stand for good: nobody takes a hundred orders back. */
const MOST = 100;

/** Nothing that it rests on can be taken back but a message, and then the customer is folded again without it. */
const isFirm = ({ order, onOrders }: Move): boolean => order === null && !onOrders;

/** Where somebody stands in a group. */
export const standingAmong = ({ tags }: Pick<CustomerState, 'tags'>, order: readonly string[]): Standing | null => {
  const tag = order.find((id) => tags[id]);
  const tagging = tag === undefined ? undefined : tags[tag];
  return tag === undefined || !tagging ? null : { tag, tagging };
};

/** Whether that is how somebody stands, by the same causes. */
export const isThere = (end: Standing | null, held: Standing | null): boolean => {
  if (end === null || held === null) return end === held;
  const [ours, theirs] = [end.tagging.causes, held.tagging.causes];
  const same = ours.every(({ kind, id, since }) =>
    theirs.some((one) => one.kind === kind && one.id === id && one.since === since),
  );
  return end.tag === held.tag && ours.length === theirs.length && same;
};

/** The path that led to where somebody stands; a new one where anything but its moves had a hand in that. */
export const pathTo = (held: Standing | null, path: Path | undefined, order: readonly string[]): Path =>
  path && isThere(endOf(path, order), held) ? path : { from: held, moves: [] };

/** Whether a move could ever make a difference, whatever is taken back of those before it. */
const adds = ({ from, moves }: Path, move: Move, order: readonly string[]): boolean => {
  const turn = moves.findLastIndex(({ back }) => back);
  const since = moves.slice(Math.max(turn, 0));
  const alike = (one: Move) => one.to === move.to && one.order === move.order && !one.onOrders && !move.onOrders;
  if (move.back) return !since.slice(-1).some((one) => one.back && alike(one));
  const firm = [...(turn === -1 && from ? [from.tag] : []), ...since.filter(isFirm).map(({ to }) => to)];
  return !since.some(alike) && !firm.some((tag) => order.indexOf(tag) >= order.indexOf(move.to));
};

const followedBy = (path: Path, move: Move, order: readonly string[]): Path =>
  adds(path, move, order) ? { ...path, moves: [...path.moves, move] } : path;

/** Keeps of a path what may still be taken back, and lead anywhere else then. Changes `state`. */
export const keepPath = (state: CustomerState, root: string, { from, moves }: Path, order: readonly string[]): void => {
  const loose = moves.findIndex((move, place) => !isFirm(move) && place >= moves.length - MOST);
  const firm = loose === -1 ? moves : moves.slice(0, loose);
  const start: Path = { from: endOf({ from, moves: firm }, order), moves: [] };
  const rest =
    firm.length === 0 ? moves : moves.slice(firm.length).reduce((path, move) => followedBy(path, move, order), start).moves;
  if (rest.length === 0) delete state.paths[root];
  else state.paths[root] = { from: start.from, moves: rest };
};

/** Remembers that a rule would have the customer move, before anything moves. Changes `state`. */
export const noteMove = (state: CustomerState, move: Move, tree: TagTree): void => {
  const root = tree.exclusiveRoot(move.to);
  if (root === null) return;
  const order = tree.descendants(root);
  const held = standingAmong(state, order);
  const path = pathTo(held, state.paths[root], order);
  // What led anywhere and may lead back puts an end to what was before it: nothing of that could matter any more.
  if (isFirm(move) && move.back && moved(held, move, order) !== held) delete state.paths[root];
  else keepPath(state, root, followedBy(path, move, order), order);
};
