import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { fromMinor } from '../domain/money.ts';
import { orderTimes, spentEver } from '../domain/spend.ts';
import type { CardAnswer } from '../domain/told.ts';
import { iso, isoOrNull, textOf } from './cause-answers.ts';
import { lastTurns } from './last-turns.ts';
import { ownerName } from './owner-name.ts';
import { answersOf } from './quotes-answer.ts';
import { stageOf } from './tags-answer.ts';
import { taskAnswer } from './tasks-answer.ts';

/** Turns before the message that the card shows. */
const HISTORY = 4;

/** What staff should know of a customer who writes after a while: `event` is their message, the rest is as of now. */
export const cardAnswer = async (app: App, customer: Customer, event: KeptEvent): Promise<CardAnswer> => {
  const { _id, state } = customer;
  const { tree, important, currencies } = app.inForce.rules();
  const now = Math.max(app.clock.asOf(), state.at);
  const history = await lastTurns(app, _id, { until: event.at - 1, most: HISTORY, own: false });
  return {
    customer: { id: _id, name: state.name },
    asOf: iso(now),
    words: textOf(event),
    important: important.flatMap((tag) => {
      const held = state.tags[tag];
      return held ? [{ tag: tree.label(tag), since: iso(held.since) }] : [];
    }),
    stage: stageOf(state, tree)?.name ?? null,
    owner: ownerName(app, state),
    lastContactAt: isoOrNull(history.at(-1)?.at),
    orders: orderTimes(state).length,
    totalSpend: fromMinor(spentEver(state), currencies.home),
    currency: currencies.home,
    quotes: answersOf(app, customer, now),
    tasks: state.tasks.filter((task) => task.state === 'open').map((task) => taskAnswer(app, customer, task, now)),
    history: history.map(({ at, from, text }) => ({ at: iso(at), from, text })),
  };
};
