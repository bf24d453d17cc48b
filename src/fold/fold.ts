import { byTime } from '../domain/by-time.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import { dueEvent } from '../domain/due-event.ts';
import type { CommandBody, KeptEvent } from '../domain/event.ts';
import type { Move } from '../domain/path.ts';
import type { Reading } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import { answer } from '../match/answer.ts';
import { nextDue } from '../rules/due.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import { noteEvent, triggersOf } from '../rules/note-event.ts';
import { noteFields } from '../rules/note-fields.ts';
import type { Note } from '../rules/rule.ts';
import type { Said } from '../rules/said.ts';
import { stillStands, takesBack } from '../rules/standing-orders.ts';
import { refusedTopics } from '../rules/topic-wishes.ts';
import { changeByImport } from '../tagging/change-by-import.ts';
import { changeByPerson, type Refusal } from '../tagging/change-by-person.ts';
import { changeTasks } from '../tagging/change-tasks.ts';
import { handOver } from '../tagging/hand-over.ts';
import { moveBack } from '../tagging/move-back.ts';
import { expire } from '../tagging/settle.ts';
import { aimless, asItStands, effective, reachesBack, type Turn } from './effective.ts';
import { emptyState } from './empty-state.ts';
import { react } from './react.ts';

const nothing: Reading = { hits: [], intents: [], stance: 'none', urgent: false, block: [], bare: null, offers: [] };

/** The customer's own words, as the turn before makes them: quoted and forwarded text is not theirs. */
const said = (state: CustomerState, { event, reading, words }: Turn): Said | null => {
  if (event.body.kind !== 'message' || event.from !== 'customer' || event.body.forwarded || !reading) return null;
  const meant = answer(reading, state.offered ? { ...nothing, offers: state.offered } : null);
  return { event: event._id, words, at: event.at, reading: meant };
};

/** The mentions that somebody's words may have changed, by the names that conditions read. */
const topicFacts = (state: CustomerState, words: Said | null, rules: RulesInForce): string[] => {
  if (!words) return [];
  const { hits, intents, block } = words.reading;
  const read = [...hits.flatMap((hit) => rules.topics.get(hit.topic)?.tags ?? []), ...intents.flatMap(({ tags }) => tags)];
  const mentioned = read.map(rules.tree.current);
  const refused = block.length === 0 ? [] : refusedTopics(state, words.reading, rules).flatMap(({ tags }) => tags);
  return [...new Set([...mentioned, ...refused])].map((tag) => `topic:${tag}`);
};

const NO_CHANGE = { facts: [], changes: [], refusals: [] };

/** A command is all or nothing: it works on a copy, which a refusal throws away. */
const command = (state: CustomerState, body: CommandBody, { event: { at, identity }, asked }: Turn, rules: RulesInForce) => {
  const trial = structuredClone(state);
  // A tag that became part of another was that one all along.
  const now = (tags: readonly string[]) => [...new Set(tags.map(rules.tree.current))];
  // What a person takes off takes the mentions behind it along.
  const facts = [...noteFields(trial, body.fields, body.contacts), ...now(body.remove).map((tag) => `topic:${tag}`)];
  if (body.handover) handOver(trial, body.handover);
  if (body.owner !== null) trial.owner = { id: body.owner, name: null, byHand: true };
  // What was accepted once stands, but for tags that are archived or gone by now.
  const add = asked ? body.add : now(body.add).filter((tag) => rules.tree.node(tag)?.archived === false);
  const remove = now(body.remove).filter((tag) => asked || !add.includes(tag));
  const of = body.of ?? (identity === null ? [] : [identity]);
  const { changes, refusals } = changeByPerson(trial, { body: { ...body, add, remove }, at, of, asked }, rules);
  refusals.push(...changeTasks(trial, body, at, asked));
  if (refusals.length > 0) return { ...NO_CHANGE, refusals };
  Object.assign(state, trial);
  return { facts, changes, refusals };
};

/** Runs the customer's own due moments up to `until`, one after another. Changes `state`; adds to `notes` what rules have to say. */
export const runDue = (state: CustomerState, until: Instant, rules: RulesInForce, notes: Note[]): Change[] => {
  const changes: Change[] = [];
  while (state.dueAt !== null && state.dueAt <= until) {
    const at = state.dueAt;
    state.ranTo = at;
    const expired = expire(state, at);
    const moment = { at, event: dueEvent(at), recalled: false, triggers: [], said: null, changes: expired, notes };
    changes.push(...expired, ...react(state, moment, () => rules.set.timed(state), rules));
    state.dueAt = nextDue(state, rules);
  }
  return changes;
};

export interface Step {
  /** What the due moments before the event changed. */
  due: Change[];
  /** What the event itself changed. */
  own: Change[];
  /** Why a person's change was refused; the state is then as it was. */
  refusals: Refusal[];
  /** What rules have to say of both. */
  notes: Note[];
}

/**
 * Folds one more event into `state`: the due moments up to it first, then what it says. Events must come in the order
 * (at, key); for one that comes late, fold the customer again.
 */
export const step = (state: CustomerState, turn: Turn, rules: RulesInForce): Step => {
  const { event } = turn;
  if (state.createdAt === 0) state.createdAt = event.at;
  const notes: Note[] = [];
  const due = runDue(state, event.at, rules, notes);
  const first = state.key === '';
  const noted = noteEvent(state, event, rules);
  const { facts, changes, refusals } = event.body.kind === 'command' ? command(state, event.body, turn, rules) : NO_CHANGE;
  const imported = event.body.kind === 'import' ? changeByImport(state, event.body, event, rules) : [];
  const words = said(state, turn);
  if (event.body.kind === 'message') state.offered = event.from === 'agent' ? (turn.reading?.offers ?? null) : null;
  state.at = event.at;
  state.key = event._id;
  const stands = (move: Move) => stillStands(state, move, rules);
  const before = [...changes, ...imported, ...(takesBack(state, event) ? moveBack(state, stands, event.at, rules.tree) : [])];
  const { recalled } = turn;
  const happening = {
    at: event.at,
    event: asItStands(turn),
    recalled,
    triggers: triggersOf(state, event),
    said: words,
    changes: before,
    notes,
  };
  // Found before the words take mentions back: afterwards nothing is left to tell which they were.
  const touched = [...noted, ...facts, ...topicFacts(state, words, rules)];
  const asked = () => (first ? rules.set.states : rules.set.reading(touched, state));
  const own = [...before, ...react(state, happening, asked, rules)];
  state.dueAt = nextDue(state, rules);
  return { due, own, refusals, notes };
};

/** Whether `event` comes after all that `state` has seen, so that one step folds it; else the customer is folded again. */
export const isNext = (state: CustomerState, event: KeptEvent): boolean =>
  !reachesBack(event) &&
  !state.awaited.includes(event.message) &&
  !state.awaited.includes(event._id) &&
  event.at >= state.ranTo &&
  byTime({ at: state.at, _id: state.key }, event) < 0;

/** A failure of one event's own, whatever the weather: it will be quarantined when it fails again. */
export class EventFailure extends Error {
  readonly event: KeptEvent;

  constructor(event: KeptEvent, cause: unknown) {
    super('an event could not be folded', { cause });
    this.name = 'EventFailure';
    this.event = event;
  }
}

/** As `step`, naming the event when it cannot be folded. */
export const stepOrName = (state: CustomerState, turn: Turn, rules: RulesInForce): Step => {
  try {
    return step(state, turn, rules);
  } catch (error) {
    throw new EventFailure(turn.event, error);
  }
};

/** A customer whose first event was undone begins with it all the same: the rules over their state are asked then. */
const begin = (state: CustomerState, first: KeptEvent, rules: RulesInForce): void => {
  const moment = { at: first.at, event: null, recalled: false, triggers: [], said: null, changes: [], notes: [] };
  react(state, moment, () => rules.set.states, rules);
  state.at = first.at;
  state.key = first._id;
};

/**
 * A customer's state from the start: all their events, then the due moments up to `until`. Adds to `notes` what rules have to say.
 * @throws EventFailure naming the event that cannot be folded.
 */
export const fold = (events: readonly KeptEvent[], until: Instant, rules: RulesInForce, notes: Note[] = []): CustomerState => {
  const state = emptyState();
  const sorted = [...events].sort(byTime);
  const [first] = sorted;
  if (!first) return state;
  // The first event makes the customer, even one that was undone.
  state.createdAt = first.at;
  const turns = effective(sorted);
  if (turns[0]?.event !== first) begin(state, first, rules);
  state.dueAt = nextDue(state, rules);
  for (const turn of turns) notes.push(...stepOrName(state, turn, rules).notes);
  const last = sorted.at(-1) ?? first;
  // An undone command has no effect, but the time that it was given in has passed all the same.
  runDue(state, Math.max(until, last.at), rules, notes);
  state.at = last.at;
  state.key = last._id;
  state.dueAt = nextDue(state, rules);
  state.awaited = aimless(events);
  return state;
};
