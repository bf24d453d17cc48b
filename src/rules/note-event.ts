import type { CustomerState } from '../domain/customer.ts';
import type { FactBody, KeptEvent } from '../domain/event.ts';
import type { RulesInForce } from './in-force.ts';
import { noteFields } from './note-fields.ts';

/** Facts that are the customer's own doing (semantics 4); the others are ours or the platform's. */
const ACTS = new Set(['visit', 'order', 'payment', 'form', 'rating', 'group_join', 'referral']);

const touch = (state: CustomerState, at: number) => {
  state.firstContactAt ??= at;
  state.lastContactAt = at;
};

const act = (state: CustomerState, at: number) => {
  touch(state, at);
  state.lastActAt = at;
};

/** Messages of one conversation less than the gap after the one before are the same interaction. */
const countMessage = (state: CustomerState, conversation: string, at: number, gap: number) => {
  const last = state.sessions[conversation];
  if (last === undefined || gap === 0 || at - last >= gap) state.interactions += 1;
  for (const [id, seen] of Object.entries(state.sessions)) if (at - seen >= gap) delete state.sessions[id];
  if (gap > 0) state.sessions[conversation] = at;
};

const noteAgent = (state: CustomerState, event: KeptEvent, rules: RulesInForce) => {
  state.counts.agent += 1;
  touch(state, event.at);
  if (!event.agent || state.owner) return;
  const person = rules.person(event.channel, event.agent.id);
  state.owner = { id: person?.id ?? event.agent.id, name: person?.name ?? event.agent.name, byHand: false };
};

const noteCustomer = (state: CustomerState, { channel, account, conversation, at }: KeptEvent, rules: RulesInForce) => {
  state.counts.customer += 1;
  countMessage(state, `${channel}/${account}/${conversation}`, at, rules.sessionGap);
  act(state, at);
};

const noteSystem = (state: CustomerState) => {
  state.counts.system += 1;
};

const noteMessage = { customer: noteCustomer, agent: noteAgent, system: noteSystem };

const noteFact = (state: CustomerState, body: FactBody, at: number) => {
  state.counts.facts += 1;
  if (ACTS.has(body.name)) {
    state.interactions += 1;
    act(state, at);
  }
  if (body.name === 'profile') noteFields(state, body.data);
};

/** Counts and dates what an event says of a customer, whatever its words mean. Changes `state`. */
export const noteEvent = (state: CustomerState, event: KeptEvent, rules: RulesInForce): void => {
  if (event.name !== null) state.name = event.name;
  if (event.body.kind === 'fact') noteFact(state, event.body, event.at);
  else if (event.body.kind === 'message') noteMessage[event.from](state, event, rules);
};
