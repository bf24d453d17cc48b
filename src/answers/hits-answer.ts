import type { App } from '../app.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Hits, HitsAnswer } from '../domain/usage.ts';
import { iso, isoOrNull } from './cause-answers.ts';
import { giversOf, type Source } from './giving-sources.ts';
import { carriedBecauseOf } from './rule-answer.ts';

type Lang = 'zh' | 'en';

const DAYS = 30;

interface Tally {
  given: number;
  before: number;
  tasks: number;
  last: Instant | null;
  tags: Set<string>;
}

const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}\0${id}`;

const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** What each source did in the window and in the one before it. */
const tallies = async ({ store, inForce }: App, to: Instant): Promise<Map<string, Tally>> => {
  const window = { to, length: DAYS * DAY, steps: 2 };
  const [tags, tasks] = await Promise.all([
    store.usage.given(inForce.tree().order, 'add', window),
    store.usage.given([''], 'task', window),
  ]);
  const found = new Map<string, Tally>();
  for (const { tag, by, step, count, last } of [...tags, ...tasks]) {
    const tally = found.get(keyOf(by)) ?? { given: 0, before: 0, tasks: 0, last: null, tags: new Set() };
    found.set(keyOf(by), tally);
    tally[step === 0 ? 'given' : 'before'] += count;
    if (tag === '' && step === 0) tally.tasks += count;
    if (tag !== '') tally.tags.add(tag);
    tally.last = Math.max(tally.last ?? 0, last);
  }
  return found;
};

const mostFirst = (a: Hits, b: Hits): number => b.given - a.given || b.before - a.before || (keyOf(a) < keyOf(b) ? -1 : 1);

/** What rules, packs and intents gave in the last 30 days. Intents are those that gave something within 60. */
export const hitsAnswer = async (app: App, lang: Lang): Promise<HitsAnswer> => {
  const { store } = app;
  const to = app.clock.asOf();
  const from = to - DAYS * DAY;
  const [found, rejections, confirmations] = await Promise.all([
    tallies(app, to),
    store.ledger.rejections(from, to),
    store.usage.confirmedIntents(from, to),
  ]);
  const [rejected, confirmed] = [counted(rejections.map(keyOf)), counted(confirmations)];
  const hits = (source: Source): Hits => {
    const { given = 0, before = 0, tasks = 0, last = null, tags = [] } = found.get(keyOf(source)) ?? {};
    return {
      ...source,
      tags: [...new Set([...source.tags, ...tags])],
      ...{ given, before, tasks, lastAt: isoOrNull(last), rejected: rejected.get(keyOf(source)) ?? 0 },
      confirmed: source.kind === 'intent' ? (confirmed.get(source.id) ?? 0) : null,
    };
  };
  const intents = [...found.keys()].flatMap((key) => (key.startsWith('intent\0') ? [key.slice('intent\0'.length)] : []));
  return { asOf: iso(to), days: DAYS, sources: giversOf(app, intents, lang).map(hits).sort(mostFirst) };
};

/** The same of the one source that a word means, `silence`, `pack:ask_price` or a name, with who carries its tags because of it. */
export const hitsOf = async (app: App, lang: Lang, word: string): Promise<HitsAnswer | null> => {
  const answer = await hitsAnswer(app, lang);
  const { sources } = answer;
  const source =
    sources.find(({ kind, id }) => `${kind}:${id}` === word) ??
    sources.find(({ id }) => id === word.toLowerCase()) ??
    sources.find(({ name }) => name === word);
  return source ? { ...answer, sources: [{ ...source, carried: await carriedBecauseOf(app, source, source.tags) }] } : null;
};
