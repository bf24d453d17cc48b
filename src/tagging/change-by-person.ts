import type { Cause } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { CommandBody } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import { carry } from './carry.ts';
import { maySet, mayUnset } from './permission.ts';
import { replace } from './replace.ts';
import { roomFor } from './room.ts';

/** Why one word of a command cannot be done; `denied` marks a want of right, which is audited. */
export interface Refusal {
  tag: string;
  error: UserError;
  denied: boolean;
}

type Outcome = Change[] | Refusal;

const DENIALS = new Set(['tag_restricted', 'viewer_changes_nothing', 'replaces_restricted']);

const refusal = (tag: string, error: UserError): Refusal => ({ tag, error, denied: DENIALS.has(error.code) });

const byPerson = (id: string) => ({ kind: 'person' as const, id, version: '1' });

const add = (state: CustomerState, tag: string, body: CommandBody, at: Instant, rules: RulesInForce, asked: boolean): Outcome => {
  const node = rules.tree.node(tag);
  if (!node) return refusal(tag, new UserError('unknown_tag', { name: tag }));
  const { id: actor, role } = body.actor;
  const refused = maySet({ tag: node, by: role });
  if (refused) return refusal(tag, refused);
  if (state.tags[tag]?.causes.some((cause) => cause.kind === 'person')) return [];
  const room = roomFor(state, tag, rules, (rival) => mayUnset({ tag: rival, by: role }) === null, asked);
  if (!room.ok) {
    const { tree } = rules;
    const names = { tag: tree.label(tag), other: tree.label(room.other) };
    const namesEn = { tagEn: tree.label(tag, 'en'), otherEn: tree.label(room.other, 'en') };
    return refusal(tag, new UserError(room.code, { ...names, ...namesEn, role }));
  }
  const cause = byPerson(actor);
  const replaced = replace(state, room.replaces, { tag, actor, cause }, at);
  carry(state, tag, { ...cause, since: at, confidence: 1, evidence: [], count: 0 });
  delete state.rejected[tag];
  return [...replaced, { at, tag, action: 'add', actor, cause }];
};

const remove = (state: CustomerState, tag: string, body: CommandBody, at: Instant, rules: RulesInForce): Outcome => {
  const node = rules.tree.node(tag);
  if (!node) return refusal(tag, new UserError('unknown_tag', { name: tag }));
  const refused = mayUnset({ tag: node, by: body.actor.role });
  if (refused) return refusal(tag, refused);
  const causes = [...(state.tags[tag]?.causes ?? []), ...(state.suggested[tag] ?? [])];
  if (causes.length === 0) return [];
  const machine = causes.filter((cause) => cause.kind !== 'person');
  // Removing a machine's tag turns its evidence down; removing one's own does not (semantics 10).
  if (machine.length > 0) {
    const lasting = (cause: Cause) => cause.kind === 'rule' && rules.set.states.some(({ id }) => id === cause.id);
    // What a rule does for one event is turned down with that event; only a state has episodes.
    state.rejected[tag] = { at, episode: machine.some(lasting) };
    delete state.marks[tag];
  }
  delete state.tags[tag];
  delete state.suggested[tag];
  const { id: actor } = body.actor;
  return [
    { at, tag, action: 'remove', actor, cause: byPerson(actor), ...(machine.length > 0 ? { reason: 'rejected' as const } : {}) },
  ];
};

/**
 * A person's change of a customer's tags (semantics 8, 10, 13), word by word: what changed in `state`, and what was refused.
 * A command is all or nothing: with a refusal, the caller throws the state away. `asked`: it is given now, so caps count; what was
 * accepted once is not refused later for want of room.
 */
export const changeByPerson = (
  state: CustomerState,
  body: CommandBody,
  at: Instant,
  rules: RulesInForce,
  asked: boolean,
): { changes: Change[]; refusals: Refusal[] } => {
  const outcomes = [
    ...body.remove.map((tag) => remove(state, tag, body, at, rules)),
    ...body.add.map((tag) => add(state, tag, body, at, rules, asked)),
  ];
  return {
    changes: outcomes.flatMap((one) => (Array.isArray(one) ? one : [])),
    refusals: outcomes.flatMap((one) => (Array.isArray(one) ? [] : [one])),
  };
};
