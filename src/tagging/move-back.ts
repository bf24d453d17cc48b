import { CAUSE_KINDS } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import { endOf, type Move, type Standing } from '../domain/path.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import { strongest } from './carry.ts';
import { isThere, keepPath, pathTo, standingAmong } from './note-move.ts';

/** Puts somebody where they would stand by now; who stands there already does so since they did. */
const put = (state: CustomerState, was: Standing, now: Standing | null, at: Instant): Change[] => {
  if (isThere(now, was)) return [];
  if (was.tag === now?.tag) {
    state.tags[was.tag] = { since: was.tagging.since, causes: now.tagging.causes };
    return [];
  }
  const { kind = 'rule', id = '', version = '' } = strongest(was.tagging.causes, CAUSE_KINDS) ?? {};
  const by = { at, actor: kind, cause: { kind, id, version }, reason: 'taken_back' as const };
  delete state.tags[was.tag];
  if (now === null) return [{ ...by, tag: was.tag, action: 'remove' }];
  state.tags[now.tag] = now.tagging;
  return [
    { ...by, tag: was.tag, action: 'remove', replacedBy: now.tag },
    { ...by, tag: now.tag, action: 'add' },
  ];
};

/**
 * Takes back the moves by rules that no longer stand, as though they had never been, where nothing else moved the customer since
 * (semantics 9). Changes `state`.
 */
export const moveBack = (state: CustomerState, stands: (move: Move) => boolean, at: Instant, tree: TagTree): Change[] =>
  Object.entries(state.paths).flatMap(([root, known]) => {
    const order = tree.descendants(root);
    const held = standingAmong(state, order);
    const { from, moves } = pathTo(held, known, order);
    const left = { from, moves: moves.filter(stands) };
    keepPath(state, root, left, order);
    return held === null || left.moves.length === moves.length ? [] : put(state, held, endOf(left, order), at);
  });
