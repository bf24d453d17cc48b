import type { Cause, Tagging } from './cause.ts';

/** A tag of an ordered group as somebody carries it. */
export interface Standing {
  tag: string;
  tagging: Tagging;
}

/** That a rule would have somebody move, whether or not it led anywhere: it may when others are taken back. */
export interface Move {
  to: string;
  /** Backward too. */
  back: boolean;
  /** Its rule and event; its beginning is the moment of the move. */
  cause: Cause;
  /** The order that it rests on; null: on none. */
  order: string | null;
  /** Its rule's condition is about orders: when one is taken back it may be found not to have held. */
  onOrders: boolean;
}

/** How rules brought somebody to where they stand in an ordered group, as far as it may be taken back. */
export interface Path {
  from: Standing | null;
  /** Oldest first. */
  moves: Move[];
}

/** Whether a move leads anywhere from where somebody stands: forward, or back where it may and no person chose. */
const leads = (held: Standing | null, { to, back }: Move, order: readonly string[]): boolean => {
  if (held === null) return true;
  if (held.tag === to) return false;
  const byPerson = held.tagging.causes.some(({ kind }) => kind === 'person');
  return order.indexOf(to) > order.indexOf(held.tag) || (back && !byPerson);
};

/** Where a move takes somebody. `order`: the tags of the group in their order. */
export const moved = (held: Standing | null, move: Move, order: readonly string[]): Standing | null =>
  leads(held, move, order) ? { tag: move.to, tagging: { since: move.cause.since, causes: [move.cause] } } : held;

/** Where a path leads. */
export const endOf = ({ from, moves }: Path, order: readonly string[]): Standing | null =>
  moves.reduce<Standing | null>((held, move) => moved(held, move, order), from);
