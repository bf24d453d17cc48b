import type { CustomerState } from '../domain/customer.ts';
import type { FactBody, ImportBody, KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';
import { noteFields } from './note-fields.ts';
import { noteNamed } from './note-named.ts';
import { noteTrade } from './note-trade.ts';

/** Facts that are the customer's own doing (semantics 4); the others are ours or the platform's. */
const ACTS = new Set(['visit', 'order', 'payment', 'form', 'rating', 'group_join', 'referral']);
/** The newest times that are remembered of anything; no rule asks for more. */
const REMEMBERED = 100;

const touch = (state: CustomerState, at: number) => {
  state.firstContactAt ??= at;
  state.lastContactAt = at;
};

const act = (state: CustomerState, at: number): readonly string[] => {
  touch(state, at);
  state.lastActAt = at;
  return ['silence'];
};

const remember = (times: readonly Instant[], at: Instant): Instant[] => [...times, at].slice(-REMEMBERED);

const interact = (state: CustomerState, at: Instant): readonly string[] => {
  state.interactions += 1;
  state.acts = remember(state.acts, at);
  return ['interactions'];
};

/** Messages of one conversation less than the gap after the one before are the same interaction, dated by its first message. */
const countMessage = (state: CustomerState, conversation: string, at: number, gap: number): readonly string[] => {
  const last = state.sessions[conversation];
  const fresh = last === undefined || gap === 0 || at - last >= gap;
  for (const [id, seen] of Object.entries(state.sessions)) if (at - seen >= gap) delete state.sessions[id];
  if (gap > 0) state.sessions[conversation] = at;
  return fresh ? interact(state, at) : [];
};

const noteAgent = (state: CustomerState, event: KeptEvent, rules: RulesInForce): readonly string[] => {
  state.counts.agent += 1;
  touch(state, event.at);
  if (event.agent && !state.owner) {
    const person = rules.person(event.channel, event.agent.id);
    state.owner = { id: person?.id ?? event.agent.id, name: person?.name ?? event.agent.name, byHand: false };
  }
  return [];
};

const noteCustomer = (state: CustomerState, event: KeptEvent, rules: RulesInForce): readonly string[] => {
  const { channel, account, conversation, at } = event;
  state.counts.customer += 1;
  const first = state.journey.inquiry === undefined;
  state.journey.inquiry ??= at;
  return [
    ...(first ? ['journey'] : []),
    ...countMessage(state, `${channel}/${account}/${conversation}`, at, rules.sessionGap),
    ...act(state, at),
  ];
};

const noteSystem = (state: CustomerState): readonly string[] => {
  state.counts.system += 1;
  return [];
};

const noteMessage = { customer: noteCustomer, agent: noteAgent, system: noteSystem };

/** What a fact is called in rules: `custom` ones by their own name too. */
const namesOf = ({ name, data }: FactBody): string[] =>
  name === 'custom' && typeof data['name'] === 'string' ? [name, `custom:${data['name'].slice(0, 64)}`] : [name];

const noteFact = (state: CustomerState, body: FactBody, at: number, rules: RulesInForce): readonly string[] => {
  state.counts.facts += 1;
  const names = namesOf(body);
  noteNamed(state, body, at);
  for (const name of names) state.happened[name] = remember(state.happened[name] ?? [], at);
  return [
    ...names.map((name) => `event:${name}`),
    ...(ACTS.has(body.name) ? [...interact(state, at), ...act(state, at)] : []),
    ...noteTrade(state, body, at, rules),
    ...(body.name === 'profile' ? noteFields(state, body.data, body.contacts) : []),
  ];
};

/** What a table knows of a customer is no interaction with them. */
const noteImport = (state: CustomerState, { fields, owner, contacts }: ImportBody): readonly string[] => {
  if (owner !== null) state.owner = { id: owner, name: null, byHand: true };
  return noteFields(state, fields, contacts);
};

/**
 * Counts and dates what an event says of a customer, whatever its words mean, and gives the facts that it changed, by the names that
 * conditions read. Changes `state`.
 */
export const noteEvent = (state: CustomerState, event: KeptEvent, rules: RulesInForce): readonly string[] => {
  if (event.name !== null) state.name = event.name;
  if (event.body.kind === 'fact') return noteFact(state, event.body, event.at, rules);
  if (event.body.kind === 'import') return noteImport(state, event.body);
  return event.body.kind === 'message' ? noteMessage[event.from](state, event, rules) : [];
};

/** What an event is called in rules: a customer's message, staff's reply to one, or the name of a fact. */
export const triggersOf = (state: CustomerState, { body, from }: KeptEvent): string[] => {
  if (body.kind === 'fact') return namesOf(body);
  if (body.kind !== 'message') return [];
  return from === 'customer' ? ['message'] : from === 'agent' && state.counts.customer > 0 ? ['reply'] : [];
};
