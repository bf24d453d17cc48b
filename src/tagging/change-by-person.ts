import type { Cause } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { CommandBody } from '../domain/event.ts';
import type { About } from '../domain/lesson.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import { alsoSetOn, givenBack, givesWay, overtake, rememberReplaced, staysApart } from './apart.ts';
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

interface Given {
  body: CommandBody;
  at: Instant;
  /** The identities of the customer as the person knew them. */
  of: readonly string[];
  /** It is given now, so caps count. */
  asked: boolean;
}

const causesOf = ({ tags, suggested }: CustomerState, tag: string): Cause[] => [
  ...(tags[tag]?.causes ?? []),
  ...(suggested[tag] ?? []),
];

/** What a yes or no to a tag says of the intents that gave or suggested it: of the newest message in which each was read. */
const aboutOf = (causes: readonly Cause[], meant?: string): { about?: About[] } => {
  const about = causes.flatMap(({ kind, id, evidence }): About[] => {
    const last = evidence.at(-1);
    if (kind !== 'intent' || !last) return [];
    const { event, words, span } = last;
    return [{ intent: id, event, ...(words ? { words } : {}), ...(span ? { span } : {}), ...(meant ? { meant } : {}) }];
  });
  return about.length > 0 ? { about } : {};
};

/** The tags of which a customer carries one at most, this one being among them. */
const groupOf = (tag: string, { tree }: RulesInForce): readonly string[] => {
  const root = tree.exclusiveRoot(tag);
  return root === null ? [tag] : tree.descendants(root);
};

const add = (state: CustomerState, tag: string, { body, at, of, asked }: Given, rules: RulesInForce): Outcome => {
  const node = rules.tree.node(tag);
  if (!node) return refusal(tag, new UserError('unknown_tag', { name: tag }));
  const { id: actor, role } = body.actor;
  const refused = maySet({ tag: node, by: role });
  if (refused) return refusal(tag, refused);
  overtake(state, groupOf(tag, rules), of);
  if (state.tags[tag]?.causes.some((cause) => cause.kind === 'person')) {
    alsoSetOn(state, tag, of);
    return [];
  }
  const cause = { ...byPerson(actor), since: at, confidence: 1, evidence: [], count: 0, of: [...of] };
  if (givesWay(state, { tag, cause, of: cause.of }, rules)) return [];
  const room = roomFor(state, tag, rules, (rival) => mayUnset({ tag: rival, by: role }) === null, asked);
  if (!room.ok) {
    const { tree } = rules;
    const names = { tag: tree.label(tag), other: tree.label(room.other) };
    const namesEn = { tagEn: tree.label(tag, 'en'), otherEn: tree.label(room.other, 'en') };
    return refusal(tag, new UserError(room.code, { ...names, ...namesEn, role }));
  }
  rememberReplaced(state, room.replaces, tag, of);
  const about = aboutOf(causesOf(state, tag));
  const by = byPerson(actor);
  const replaced = replace(state, room.replaces, { tag, actor, cause: by }, at);
  carry(state, tag, cause);
  delete state.rejected[tag];
  return [...replaced, { at, tag, action: 'add', actor, cause: by, ...about }];
};

const remove = (state: CustomerState, tag: string, { body, at, of }: Given, rules: RulesInForce): Outcome => {
  const node = rules.tree.node(tag);
  if (!node) return refusal(tag, new UserError('unknown_tag', { name: tag }));
  const refused = mayUnset({ tag: node, by: body.actor.role });
  if (refused) return refusal(tag, refused);
  overtake(state, [tag], of);
  if (staysApart(state, tag, of, rules)) return [];
  const causes = causesOf(state, tag);
  if (causes.length === 0) return [];
  const machine = causes.filter((cause) => cause.kind !== 'person');
  // Removing a machine's tag turns its evidence down; removing one's own does not (semantics 10).
  const against = (state.tags[tag]?.causes ?? []).flatMap(({ kind, id, version }) =>
    kind === 'person' ? [] : [{ kind, id, version }],
  );
  if (machine.length > 0) {
    const lasting = (cause: Cause) => cause.kind === 'rule' && rules.set.states.some(({ id }) => id === cause.id);
    // What a rule does for one event is turned down with that event; only a state has episodes.
    state.rejected[tag] = { at, episode: machine.some(lasting) };
    delete state.marks[tag];
  }
  delete state.tags[tag];
  delete state.suggested[tag];
  const { id: actor } = body.actor;
  const back = givenBack(state, tag, of, rules).map((one): Change => {
    carry(state, one.tag, one.cause);
    return { at, tag: one.tag, action: 'add', actor: one.cause.id, cause: byPerson(one.cause.id) };
  });
  const reason = machine.length > 0 ? { reason: 'rejected' as const, ...(against.length > 0 ? { against } : {}) } : {};
  return [{ at, tag, action: 'remove', actor, cause: byPerson(actor), ...reason, ...aboutOf(causes, body.meant) }, ...back];
};

/**
 * A person's change of a customer's tags (semantics 8, 10, 13), word by word: what changed in `state`, and what was refused.
 * A command is all or nothing: with a refusal, the caller throws the state away. What was accepted once is not refused later for want
 * of room, and says nothing of identities that were joined since.
 */
export const changeByPerson = (
  state: CustomerState,
  given: Given,
  rules: RulesInForce,
): { changes: Change[]; refusals: Refusal[] } => {
  const { body } = given;
  const outcomes = [
    ...body.remove.map((tag) => remove(state, tag, given, rules)),
    ...body.add.map((tag) => add(state, tag, given, rules)),
  ];
  return {
    changes: outcomes.flatMap((one) => (Array.isArray(one) ? one : [])),
    refusals: outcomes.flatMap((one) => (Array.isArray(one) ? [] : [one])),
  };
};
