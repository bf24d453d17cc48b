import { byTime } from '../domain/by-time.ts';
import type { Change } from '../domain/change.ts';
import { CUSTOMER_SCHEMA, type Customer, type CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { factsOf } from '../domain/facts.ts';
import { identityParts } from '../domain/key.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { listedIn } from '../domain/listed.ts';
import { namedKeys } from '../domain/named.ts';
import type { Notice } from '../domain/notice.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { Instant } from '../domain/time.ts';
import type { RuleCall } from '../domain/webhook.ts';
import { cardNotice } from '../notify/card-notice.ts';
import { freshNotes } from '../notify/fresh-notes.ts';
import { noteNotices } from '../notify/note-notices.ts';
import { ruleCalls } from '../notify/rule-calls.ts';
import { taskNotices, tasksBefore } from '../notify/task-notices.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import type { Note } from '../rules/rule.ts';
import type { Refusal } from '../tagging/change-by-person.ts';
import { asItCame } from './effective.ts';
import { emptyState } from './empty-state.ts';
import { EventFailure, fold, isNext, runDue, stepOrName } from './fold.ts';
import { merged } from './merged.ts';
import { otherRows } from './other-rows.ts';
import { difference, dueRows, rows } from './tag-rows.ts';

/** A customer some events further: what to write, and what changed. */
export interface Advanced {
  customer: Customer;
  /** The version it was read at; 0 for a new customer. */
  from: number;
  changes: Change[];
  ledger: LedgerRow[];
  refusals: Refusal[];
  /** What people are to be told of it. */
  notices: Notice[];
  /** What rules send to other programs because of it. */
  calls: RuleCall[];
}

const withoutDue = ({ dueAt: _, stale: __, joined: ___, ...customer }: Customer): Customer => customer;

/** What a customer can be found by: all names they ever had, and their ids on every channel. Folding words is dear, so only new ones. */
const findableBy = (held: Customer | undefined, id: string, state: CustomerState, events: readonly KeptEvent[]): string[] => {
  const known = held?.findable ?? [];
  const names = new Set(events.flatMap(({ name }) => name ?? []));
  if (state.name !== null) names.add(state.name);
  const ids = events.flatMap(({ identity, joinKey, body }) =>
    identity !== null && (!held || joinKey !== null || body.kind === 'import' || held.stale) ? [identityParts(identity).id] : [],
  );
  const fresh = [...(held ? [] : [id]), ...ids, ...names].map((word) => (known.includes(word) ? word : nameKey(word)));
  return fresh.every((word) => known.includes(word)) ? known : [...new Set([...known, ...fresh])];
};

const stored = (
  held: Customer | undefined,
  id: string,
  state: CustomerState,
  events: readonly KeptEvent[],
  rules: RulesInForce,
): Customer => ({
  ...(held ? withoutDue(held) : {}),
  _id: id,
  schema: CUSTOMER_SCHEMA,
  version: (held?.version ?? 0) + 1,
  libraryVersion: rules.libraryVersion,
  rulebookVersion: rules.rulebookVersion,
  findable: findableBy(held, id, state, events),
  listed: listedIn(state, rules.tree),
  named: namedKeys(state, rules.catalogue),
  createdAt: state.createdAt,
  contacts: Object.values(state.contacts).sort(),
  tagIds: Object.keys(state.tags).sort(),
  suggestedIds: Object.keys(state.suggested).sort(),
  facts: factsOf(state, Math.max(state.at, state.ranTo)),
  lastContactAt: state.lastContactAt,
  ...(state.dueAt === null ? {} : { dueAt: state.dueAt }),
  ...(events.some((event) => event.sample) ? { sample: true } : {}),
  state,
});

/** Whether some of the events reach behind what the state has seen. */
const someLate = (state: CustomerState, events: readonly KeptEvent[]): boolean => events.some((event) => !isNext(state, event));

/** Why late events change what was: a recall that comes alone can be named. */
const whyLate = ([event, ...others]: readonly KeptEvent[]): 'recalled' | 'history' =>
  others.length === 0 && event?.body.kind === 'fact' && event.body.name === 'recall' ? 'recalled' : 'history';

/** Whether a customer must be folded from the start: others became part of them, or what is stored has an older form or ground. */
const outdated = ({ stale, schema }: Customer): boolean => stale !== undefined || schema !== CUSTOMER_SCHEMA;

/** Whether folding these events needs the customer's whole history. */
export const needsHistory = (held: Customer | undefined, events: readonly KeptEvent[]): boolean =>
  held !== undefined && (outdated(held) || someLate(held.state, events));

/** Folds again from the start. A failure of an event that was applied before is laid to the last of `fresh`, which made it so. */
const foldAgain = (
  events: readonly KeptEvent[],
  { ranTo, until }: { ranTo: Instant; until: Instant },
  fresh: readonly KeptEvent[],
  rules: RulesInForce,
  notes: Note[],
): CustomerState => {
  try {
    const state = fold(events, until, rules, notes);
    // Due moments that were run stay run: none may be told twice.
    return { ...state, ranTo: Math.max(state.ranTo, ranTo) };
  } catch (error) {
    const last = fresh.at(-1);
    if (!(error instanceof EventFailure) || !last || fresh.includes(error.event)) throw error;
    throw new EventFailure(last, error.cause);
  }
};

/** What came of folding a customer again because others became part of them, or by what is in force now. */
const changedAgain = (
  { joined, stale }: Customer,
  before: CustomerState,
  after: CustomerState,
  asOf: Instant,
  { tree }: RulesInForce,
): Change[] => {
  if (joined) return merged(joined, before, after, tree, asOf);
  const reason = stale === undefined || stale === true ? 'history' : stale;
  return difference(before, after, undefined, { at: Math.max(before.at, asOf), reason }, tree);
};

/**
 * Folds `events` into a customer, then the due moments up to `until`. Events that come late make it fold again from
 * `history`, its applied events. Uses `held` up: its state becomes the new one, and whoever cannot write that reads it again.
 * @throws EventFailure naming the event that could not be folded.
 */
export const advance = (given: {
  id: string;
  held: Customer | undefined;
  events: readonly KeptEvent[];
  history: readonly KeptEvent[];
  until: Instant;
  /** What time it is, for changes that no event and no due moment made. */
  asOf: Instant;
  rules: RulesInForce;
}): Advanced => {
  const { id, held, history, until, asOf, rules } = given;
  const events = [...given.events].sort(byTime);
  const from = held?.version ?? 0;
  const before = held?.state ?? emptyState();
  const changes: Change[] = [];
  const ledger: LedgerRow[] = [];
  const refusals: Refusal[] = [];
  const notices: Notice[] = [];
  const notes: Note[] = [];
  const earlier = tasksBefore(before);
  const note = (more: Change[], toRows: (changes: Change[]) => LedgerRow[]) => {
    changes.push(...more);
    ledger.push(...toRows(more));
  };
  let state = before;
  if (held && outdated(held)) {
    // Whoever is only to be folded by what is in force now comes out where the clock stands, as though it had always been so.
    const swept = held.stale === true ? undefined : held.stale;
    const reached = { ranTo: before.ranTo, until: swept ? Math.max(before.ranTo, until) : before.ranTo };
    state = foldAgain(history, reached, events, rules, []);
    note(changedAgain(held, before, state, asOf, rules), (more) => rows(id, `${id}/again/${from}`, more));
  }
  if (someLate(state, events)) {
    const was = state;
    const last = events.at(-1);
    state = foldAgain([...history, ...events], { ranTo: was.ranTo, until: was.ranTo }, events, rules, notes);
    const why = { at: was.at, reason: whyLate(events) };
    note(difference(was, state, last, why, rules.tree), (more) => rows(id, last?._id ?? id, more));
  } else {
    for (const event of events) {
      const { lastContactAt } = state;
      const { due, own, refusals: refused, notes: said } = stepOrName(state, asItCame(event), rules);
      notices.push(...cardNotice(id, event, lastContactAt, state, rules.important));
      note(due, (more) => dueRows(id, more));
      note(own, (more) => rows(id, event._id, more));
      refusals.push(...refused);
      notes.push(...said);
    }
  }
  note(runDue(state, until, rules, notes), (more) => dueRows(id, more));
  // Of those that became part of another customer, the tasks are in the history already.
  ledger.push(...otherRows(id, from, held?.stale === true ? null : earlier.tasks, state, events));
  const fresh = freshNotes(notes, { events, since: earlier.seen });
  notices.push(...taskNotices(id, earlier, state), ...noteNotices(id, fresh, state));
  return {
    customer: stored(held, id, state, events, rules),
    from,
    changes,
    ledger,
    refusals,
    notices,
    calls: ruleCalls(id, fresh),
  };
};
