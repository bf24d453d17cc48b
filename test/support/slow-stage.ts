// The stage as the meanings have it, worked out from a customer's raw events by loops: at every event anew from where something last
// moved the customer that nobody can take back. See slow-evaluator.ts.
import type { CommandBody, KeptEvent } from '../../src/domain/event.ts';
import type { Wish } from './slow-evaluator.ts';
import { factOf, orderOf, orders } from './slow-trade.ts';

export const FUNNEL = ['new_lead', 'contacted', 'needs_confirmed', 'quoting', 'won', 'repeat_customer'];
export const NEEDS = ['request_quote', 'budget'];
const DAY = 86_400_000;

export interface Stage {
  id: string;
  since: number;
  byPerson?: boolean;
  /** A rule has led there, whoever else chose it too. */
  byRule?: boolean;
}

interface Step {
  to: string;
  at: number;
  /** The event in which it was, by its place. */
  place: number;
  order?: string;
  /** It was for a second order. */
  second?: boolean;
  back?: boolean;
}

export const isRecalled = (message: KeptEvent, events: KeptEvent[]): boolean =>
  events.some((event) => factOf(event, 'recall')?.['message'] === message.message);

/** Whether these words give a tag that was not carried before them. */
const isNew = (wish: Wish, said: Wish[]): boolean => {
  const last = said.slice(0, said.indexOf(wish)).findLast(({ tag }) => tag === wish.tag);
  return !last?.wanted || last.at <= wish.at - 30 * DAY;
};

/** Whether at least two orders that were told of up to an event count by now. */
const isSecond = (place: number, sofar: KeptEvent[]): boolean => {
  const told = sofar
    .slice(0, place + 1)
    .flatMap((event) => (factOf(event, 'order') ?? factOf(event, 'payment'))?.['order'] ?? []);
  return [...new Set(told.map(String))].filter((id) => orderOf(id, sofar).counts).length >= 2;
};

/** Where the shipped rules would lead at an event, the latest stage first; only a quote leads back. */
const stepsOf = (place: number, events: KeptEvent[], said: Wish[]): Step[] => {
  const sofar = events.slice(0, place + 1);
  const event = sofar[place] as KeptEvent;
  const wrote = (one: KeptEvent, from: string) => one.from === from && one.body.kind === 'message';
  const base = { at: event.at, place };
  if (factOf(event, 'quote')) return [{ ...base, to: 'quoting', back: true }];
  const bought = factOf(event, 'payment') ?? factOf(event, 'order');
  if (bought) {
    const on = { ...base, ...(bought['order'] === undefined ? {} : { order: String(bought['order']) }) };
    const again =
      orders(sofar).filter(({ counts }) => counts).length >= 2 ? [{ ...on, to: 'repeat_customer', second: true }] : [];
    return factOf(event, 'payment') ? [...again, { ...on, to: 'won' }] : again;
  }
  if (wrote(event, 'agent'))
    return sofar.some((one) => wrote(one, 'customer')) && !isRecalled(event, events) ? [{ ...base, to: 'contacted' }] : [];
  const asks = said.some((one) => one.wanted && one.in === event._id && NEEDS.includes(one.tag) && isNew(one, said));
  return asks ? [{ ...base, to: 'needs_confirmed' }] : [];
};

const isForward = (held: Stage | null, to: string): boolean => held === null || FUNNEL.indexOf(to) > FUNNEL.indexOf(held.id);

/** Where steps lead from a stage, none of them back. */
const led = (from: Stage | null, steps: Step[]): Stage | null => {
  let held = from;
  for (const { to, at } of steps) if (isForward(held, to)) held = { id: to, since: at, byRule: true };
  return held;
};

/** The stage that the shipped moves and people lead to, event by event, and since when. */
export const stageOf = (events: KeptEvent[], said: Wish[]): Stage | null => {
  let from: Stage | null = null;
  let steps: Step[] = [];
  /** What people turned down lately is only suggested. */
  const rejected = new Map<string, number>();
  const suggested = new Set<string>();
  const choose = (stage: Stage | null) => {
    from = stage;
    steps = [];
  };
  const change = ({ add, remove }: CommandBody, at: number) => {
    for (const id of remove) {
      const held = led(from, steps);
      if (suggested.delete(id) || (held?.id === id && held.byRule)) rejected.set(id, at);
      if (held?.id === id) choose(null);
    }
    for (const id of add.filter((one) => FUNNEL.includes(one))) {
      const held = led(from, steps);
      if (held?.id === id && held.byPerson) continue;
      choose(held?.id === id ? { ...held, byPerson: true } : { id, since: at, byPerson: true });
      rejected.delete(id);
      suggested.delete(id);
    }
  };
  const isTurnedDown = (id: string, at: number, held: Stage | null): boolean =>
    (rejected.get(id) ?? Number.NEGATIVE_INFINITY) > at - 30 * DAY && held?.id !== id;
  /** A row of a table leads forward, to the latest stage that it names and that nobody turned down. */
  const bring = (tags: string[], at: number) => {
    for (const id of FUNNEL.filter((one) => tags.includes(one)).reverse()) {
      const held = led(from, steps);
      if (!isForward(held, id)) continue;
      if (isTurnedDown(id, at, held)) {
        suggested.add(id);
        continue;
      }
      choose({ id, since: at, byRule: true });
      suggested.delete(id);
      return;
    }
  };
  for (const [place, event] of events.entries()) {
    const sofar = events.slice(0, place + 1);
    const stands = ({ order, second, place: when }: Step) =>
      (order === undefined || orderOf(order, sofar).counts) && (!second || isSecond(when, sofar));
    steps = steps.filter(stands);
    if (event.body.kind === 'command') change(event.body, event.at);
    if (event.body.kind === 'import') bring(event.body.tags, event.at);
    for (const step of stepsOf(place, events, said).filter(stands)) {
      const held = led(from, steps);
      const turnedDown = isTurnedDown(step.to, event.at, held);
      const leads = isForward(held, step.to) || (step.back === true && held?.id !== step.to);
      if (turnedDown && leads) suggested.add(step.to);
      if (turnedDown) continue;
      if (!step.back) steps.push(step);
      else if (leads && (isForward(held, step.to) || !held?.byPerson)) choose({ id: step.to, since: step.at, byRule: true });
      if (led(from, steps)?.id === step.to) suggested.delete(step.to);
    }
  }
  return led(from, steps);
};
