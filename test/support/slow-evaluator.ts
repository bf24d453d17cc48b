// What the meanings say of one customer at one moment, worked out from their raw events by nothing but loops. It shares no code with
// the rules of the program and knows nothing of how they are kept up to date: that is what it is for.
import type { KeptEvent } from '../../src/domain/event.ts';
import { FUNNEL, isRecalled, NEEDS, stageOf } from './slow-stage.ts';
import { factOf, money, openQuotes, orders, sum } from './slow-trade.ts';

/** What a message asks for and turns down, as tags; `offering` is the turn before it. Given, not worked out: words are the matcher's. */
export type Hear = (words: KeptEvent, offering: KeptEvent | null) => { wants: string[]; refuses: string[] };

/** Tag → whether it is carried; a tag that is not in it is not spoken of, for a person or a table touched it or one beside it. */
export interface Claims {
  tags: Map<string, boolean>;
  /** Absent where a person touched what moves it, or changed it together with something else. */
  stage?: string | null;
}

const DAY = 86_400_000;
const ACTS = ['visit', 'order', 'payment', 'form', 'rating', 'group_join', 'referral'];
const ACTIVITY = ['highly_active', 'less_active', 'inactive'];
const PURCHASES = ['buys_often', 'buys_sometimes', 'buys_never'];
const STRONG = ['ask_price', 'request_quote', 'budget', 'trial_demo', 'urgent'];

const inWindow = (at: number, days: number, now: number): boolean => at > now - days * DAY && at <= now;

/** Recalled messages have no words, edited ones those of the newest edit. */
const wordsOf = (message: KeptEvent, events: KeptEvent[]): KeptEvent | null => {
  if (message.body.kind !== 'message' || message.body.forwarded) return null;
  const edits = events.filter((event) => factOf(event, 'edit')?.['message'] === message.message);
  return isRecalled(message, events) ? null : (edits.at(-1) ?? message);
};

export interface Wish {
  tag: string;
  /** Else it was turned down. */
  wanted: boolean;
  at: number;
  /** The message that says so. */
  in: string;
}

/** Everything that was asked for and turned down, in order. In one message what is turned down comes first. */
const heard = (events: KeptEvent[], hear: Hear): Wish[] => {
  const all: Wish[] = [];
  let before: KeptEvent | null = null;
  for (const event of events) {
    if (event.body.kind !== 'message') continue;
    const words = wordsOf(event, events);
    if (event.from === 'customer' && words) {
      const { wants, refuses } = hear(words, before);
      for (const tag of refuses) all.push({ tag, wanted: false, at: event.at, in: event._id });
      for (const tag of wants) all.push({ tag, wanted: true, at: event.at, in: event._id });
    }
    before = event.from === 'agent' ? words : null;
  }
  return all;
};

/** When each interaction began: messages less than half an hour after the one before in their conversation belong to the same one. */
const interactions = (events: KeptEvent[]): number[] => {
  const began: number[] = [];
  for (const event of events) {
    if (event.body.kind === 'fact' && ACTS.includes(event.body.name)) began.push(event.at);
    if (event.body.kind !== 'message' || event.from !== 'customer') continue;
    const place = ({ channel, account, conversation }: KeptEvent) => `${channel}/${account}/${conversation}`;
    const same = events.filter((e) => e.body.kind === 'message' && e.from === 'customer' && place(e) === place(event));
    const previous = same[same.indexOf(event) - 1];
    if (!previous || event.at - previous.at >= 30 * 60_000) began.push(event.at);
  }
  return began;
};

/** All that can be said of a customer at `now`, in the default settings. */
export const slowlyEvaluate = (history: KeptEvent[], now: number, hear: Hear): Claims => {
  const byTime = (a: KeptEvent, b: KeptEvent) => a.at - b.at || (a._id < b._id ? -1 : 1);
  const events = history.filter(({ at }) => at <= now).sort(byTime);
  const undone = events.flatMap(({ body }) => (body.kind === 'command' && body.undo !== null ? [body.undo] : []));
  const touched = events.flatMap(({ _id, body }) =>
    body.kind === 'import' ? body.tags : body.kind === 'command' && !undone.includes(_id) ? [...body.add, ...body.remove] : [],
  );
  const untouched = (...tags: string[]) => !tags.some((tag) => touched.includes(tag));
  const tags = new Map<string, boolean>();
  const claim = (tag: string, holds: boolean, ...beside: string[]) => {
    if (untouched(tag, ...beside)) tags.set(tag, holds);
  };
  const said = heard(events, hear);
  const standing = (tag: string, days: number) => {
    const last = said.findLast((one) => one.tag === tag);
    return last?.wanted === true && inWindow(last.at, days, now);
  };

  const recent = interactions(events).filter((at) => inWindow(at, 30, now)).length;
  claim('highly_active', recent >= 3, ...ACTIVITY);
  claim('less_active', recent >= 1 && recent <= 2, ...ACTIVITY);
  claim('inactive', recent === 0, ...ACTIVITY);

  const acts = events.filter((e) =>
    e.body.kind === 'message' ? e.from === 'customer' : e.body.kind === 'fact' && ACTS.includes(e.body.name),
  );
  const told = (e: KeptEvent) => (e.body.kind === 'import' ? e.body.fields : factOf(e, 'profile'));
  const imported = events.flatMap((e) => told(e)?.['lastContactAt'] ?? []).at(-1);
  const silentSince = acts.at(-1)?.at ?? (imported === undefined ? (events[0]?.at ?? 0) : Date.parse(String(imported)));
  claim('silent', now - silentSince >= 30 * DAY);

  const counted = orders(events);
  const alone = events.flatMap((e) => {
    const data = factOf(e, 'payment');
    return data && data['order'] === undefined ? [{ at: e.at, amount: money(data) }] : [];
  });
  const spent = [...counted.flatMap(({ items }) => items), ...alone].filter(({ at }) => inWindow(at, 365, now));
  claim('high_value', sum(spent.map(({ amount }) => amount)) > 1_000_000);
  const bought = counted.filter(({ counts }) => counts);
  const lately = bought.filter(({ at }) => inWindow(at, 365, now)).length;
  claim('buys_often', lately >= 4, ...PURCHASES);
  claim('buys_sometimes', lately >= 1 && lately <= 3, ...PURCHASES);
  claim('buys_never', lately === 0, ...PURCHASES);

  const rated = events.some((e) => Number(factOf(e, 'rating')?.['score']) <= 2 && inWindow(e.at, 30, now));
  claim('complained', standing('complained', 30) || rated);
  claim('loyal', bought.length >= 3 && !(standing('complained', 30) || rated), 'complained');
  claim(
    'referrer',
    events.some((e) => factOf(e, 'referral')),
  );
  claim('intent_high', STRONG.filter((tag) => standing(tag, 14)).length >= 2, ...STRONG);

  // A command that is refused for another tag in it changes no stage either.
  const mixed = events.some(({ body }) => {
    const named = body.kind === 'command' ? [...body.add, ...body.remove] : [];
    return named.some((tag) => FUNNEL.includes(tag)) && !named.every((tag) => FUNNEL.includes(tag));
  });
  if (mixed || !untouched(...NEEDS)) return { tags };
  const effective = events.filter(({ _id, body }) => body.kind !== 'command' || !undone.includes(_id));
  const stage = stageOf(effective, said);
  const waiting = openQuotes(events) ?? (stage ? [stage.since] : []);
  claim('chase_quote', stage?.id === 'quoting' && waiting.some((at) => now - at > 3 * DAY));
  return { tags, stage: stage?.id ?? null };
};
