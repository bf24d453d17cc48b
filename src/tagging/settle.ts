import { CAUSE_KINDS, type Cause } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import { byState, holdBack } from '../domain/held-back.ts';
import type { TagNode } from '../domain/tag.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import type { Wish } from '../rules/wish.ts';
import { carry, dropCauses, withCause } from './carry.ts';
import { noteMove } from './note-move.ts';
import { maySet, mayUnset, type Wanting } from './permission.ts';
import { replace } from './replace.ts';
import { roomFor } from './room.ts';

/** How long after a rejection new evidence only suggests (semantics 10). */
const SUGGEST_ONLY = 30 * DAY;

const brief = ({ kind, id, version }: Change['cause']): Change['cause'] => ({ kind, id, version });

const byEvent = (cause: Cause): boolean => cause.kind === 'rule' && !byState(cause);

const end = (state: CustomerState, wish: Extract<Wish, { want: 'end' }>, at: Instant, rules: RulesInForce): Change[] => {
  const { tag, cause, reason } = wish;
  // A rule that takes a tag off leaves what a person set, what lasts as long as a condition, and what no machine may touch.
  if (reason === 'removed' && rules.tree.node(tag)?.machine !== true) return [];
  const ends = (one: Cause) =>
    reason === 'refused'
      ? one.kind === 'pack' || one.kind === 'intent' || byEvent(one)
      : reason === 'removed'
        ? one.kind !== 'person' && !byState(one)
        : one.kind === cause.kind && one.id === cause.id;
  delete state.suggested[tag];
  return dropCauses(state, tag, ends) ? [{ at, tag, action: 'remove', actor: cause.kind, cause: brief(cause), reason }] : [];
};

const suggest = (state: CustomerState, tag: string, cause: Cause, at: Instant): Change[] => {
  const held = state.suggested[tag];
  state.suggested[tag] = withCause(held ?? [], cause);
  return held ? [] : [{ at, tag, action: 'suggest', actor: cause.kind, cause: brief(cause) }];
};

/** Suggests what is not carried, what a machine may give, and what was not turned down for as long as it lasts. */
const offer = (state: CustomerState, tag: string, cause: Cause, at: Instant, rules: RulesInForce): Change[] => {
  const node = rules.tree.node(tag);
  const pointless = state.tags[tag] !== undefined || state.rejected[tag]?.episode === true;
  return !node || pointless || maySet({ tag: node, by: 'machine' }) ? [] : suggest(state, tag, cause, at);
};

/**
 * Whether a machine may take `rival` away for `tag`: never a restricted one, unless it acts with a right to it; a person's choice only
 * for a step forward in an ordered group that is not marked manual (semantics 8).
 */
const machineMayReplace = (state: CustomerState, tag: string, by: Wanting['by'], rules: RulesInForce) => {
  const root = rules.tree.exclusiveRoot(tag);
  const group = root === null ? undefined : rules.tree.node(root);
  const order = root === null ? [] : rules.tree.descendants(root);
  const forward = (rival: TagNode) => group?.ordered === true && order.indexOf(tag) > order.indexOf(rival.id);
  return (rival: TagNode): boolean => {
    if (mayUnset({ tag: rival, by })) return false;
    const byPerson = state.tags[rival.id]?.causes.some((cause) => cause.kind === 'person');
    return !byPerson || (group?.manual !== true && forward(rival));
  };
};

/** In an ordered group machines move forward only, unless they are meant to move back; where somebody stands already is no move. */
const inOrder = (state: CustomerState, tag: string, back: boolean, rules: RulesInForce): boolean => {
  const root = rules.tree.exclusiveRoot(tag);
  if (root === null || rules.tree.node(root)?.ordered !== true) return true;
  const order = rules.tree.descendants(root);
  const held = order.find((id) => state.tags[id]);
  return held === undefined || (held !== tag && (back || order.indexOf(tag) > order.indexOf(held)));
};

type Applying = Extract<Wish, { want: 'apply' }>;
type Doing = Exclude<Wish, { want: 'suggest' }>;

/** A rule that does not get its tag now gets it when it can, unless somebody turned that down. */
const later = (state: CustomerState, { tag, cause, lasting }: Applying): Change[] => {
  if (lasting && !state.rejected[tag]) holdBack(state, tag, cause.id, lasting.since);
  return [];
};

const apply = (state: CustomerState, wish: Applying, at: Instant, rules: RulesInForce): Change[] => {
  const { tag, cause, move, lasting, right } = wish;
  const node = rules.tree.node(tag);
  const by = right ?? 'machine';
  if (!node || maySet({ tag: node, by })) return [];
  const rejected = state.rejected[tag];
  if (rejected?.episode) return [];
  const turnedDown = rejected !== undefined && at - rejected.at < SUGGEST_ONLY && !state.tags[tag];
  const note = () => move && noteMove(state, { to: tag, cause, ...move }, rules.tree);
  // A condition under which they stand where they stand is one more cause of it, and no move.
  const stays = lasting !== undefined && state.tags[tag] !== undefined;
  if (!stays && !inOrder(state, tag, move?.back === true, rules)) {
    if (!turnedDown) note();
    return later(state, wish);
  }
  if (turnedDown) return suggest(state, tag, cause, at);
  const room = roomFor(state, tag, rules, machineMayReplace(state, tag, by, rules));
  // What won against it since is the newer wish, and stays.
  if (!room.ok || (lasting?.heldBack && room.replaces.length > 0)) return later(state, wish);
  const origin = { tag, actor: cause.kind, cause: brief(cause) };
  note();
  const replaced = replace(state, room.replaces, origin, at);
  return carry(state, tag, cause) ? [...replaced, { at, tag, action: 'add', actor: cause.kind, cause: brief(cause) }] : replaced;
};

/** In the order in which wishes of one moment are carried out, whatever order the rules stand in: what ends makes room for what comes. */
const inTurn = (wishes: readonly Doing[], rules: RulesInForce): readonly Doing[] => {
  if (wishes.length < 2) return wishes;
  const rank = (wish: Doing) => {
    const root = rules.tree.exclusiveRoot(wish.tag);
    const ordered = root !== null && rules.tree.node(root)?.ordered === true;
    return {
      ends: wish.want === 'end',
      since: wish.want === 'end' ? 0 : (wish.lasting?.since ?? wish.cause.since),
      stage: ordered ? rules.tree.descendants(root).indexOf(wish.tag) : -1,
      importance: rules.tree.node(wish.tag)?.importance ?? 0,
      // The strongest of several causes is the one that is told.
      id: `${wish.tag}/${CAUSE_KINDS.indexOf(wish.cause.kind)}/${wish.cause.id}`,
    };
  };
  return wishes
    .map((wish) => ({ wish, ...rank(wish) }))
    .sort(
      (a, b) =>
        Number(b.ends) - Number(a.ends) ||
        b.since - a.since ||
        b.stage - a.stage ||
        b.importance - a.importance ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ wish }) => wish);
};

/**
 * A move that loses stays, as one forward: it leads somewhere when the winner is taken back. What lasts as long as a condition waits until
 * nothing stands in its way.
 */
const lost = (state: CustomerState, wish: Applying, at: Instant, rules: RulesInForce): Change[] =>
  wish.move ? apply(state, { ...wish, move: { ...wish.move, back: false } }, at, rules) : later(state, wish);

/**
 * Carries out what machines wish, as far as groups, people's choices and rejections let it. Of wishes for several tags of one exclusive
 * group the newest wins, then the later stage, then importance, then id; all that want the winner stay. Changes `state`.
 */
export const settle = (state: CustomerState, wishes: readonly Wish[], at: Instant, rules: RulesInForce): Change[] => {
  const winners = new Map<string, string>();
  const all: Change[] = [];
  const doing = wishes.filter((wish) => wish.want !== 'suggest');
  for (const wish of inTurn(doing, rules)) {
    if (wish.want === 'end') {
      all.push(...end(state, wish, at, rules));
      continue;
    }
    const root = rules.tree.exclusiveRoot(wish.tag) ?? wish.tag;
    const rival = winners.get(root);
    // Where something went just now, all that were held back are asked next, so that the newest of them comes.
    const tooSoon = wish.lasting?.heldBack === true && all.some(({ action }) => action === 'remove');
    if (rival !== undefined && rival !== wish.tag) all.push(...lost(state, wish, at, rules));
    else all.push(...(tooSoon ? later(state, wish) : apply(state, wish, at, rules)));
    if (state.tags[wish.tag]) winners.set(root, wish.tag);
  }
  // Last, for what came just now needs no suggestion.
  return [...all, ...offerAll(state, wishes, at, rules)];
};

const offerAll = (state: CustomerState, wishes: readonly Wish[], at: Instant, rules: RulesInForce): Change[] =>
  wishes.flatMap((wish) => (wish.want === 'suggest' ? offer(state, wish.tag, wish.cause, at, rules) : []));

/** Ends the causes whose time to live is over at `at`: exactly N days is over. */
export const expire = (state: CustomerState, at: Instant): Change[] => {
  const over = (cause: Cause) => cause.until !== undefined && cause.until <= at;
  for (const [tag, causes] of Object.entries(state.suggested)) {
    const left = causes.filter((cause) => !over(cause));
    if (left.length === 0) delete state.suggested[tag];
    else state.suggested[tag] = left;
  }
  return Object.entries(state.tags).flatMap(([tag, { causes }]): Change[] => {
    const last = causes.find(over);
    if (!last || !dropCauses(state, tag, over)) return [];
    return [{ at, tag, action: 'remove', actor: last.kind, cause: brief(last), reason: 'expired' }];
  });
};
