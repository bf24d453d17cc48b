import { createHash } from 'node:crypto';
import type { Hit, Reading } from '../domain/reading.ts';
import { Automaton } from './automaton.ts';
import { bareAnswer } from './bare-answer.ts';
import { fillsClause } from './clauses.ts';
import type { Cue } from './cue.ts';
import { buildDictionary, type Entry, isWordUnit, type TopicPhrase } from './dictionary.ts';
import { fold } from './fold.ts';
import { foldUnits, givenSpan, type Normalised, normalise } from './normalise.ts';
import { pickCues } from './pick-cues.ts';
import { readStance } from './stance.ts';
import type { Topic } from './topics.ts';

/** Reads texts against a set of topics. Replaced as a whole when packs change. */
export interface Matcher {
  /** Fingerprint over all topics. */
  version: string;
  topics: ReadonlyMap<string, Topic>;
  /** Reads one text on its own. Never throws, whatever the text; spans are in UTF-16 units of the text as given. */
  read(text: string): Reading;
}

interface Found extends TopicPhrase {
  from: number;
  to: number;
}

/** A one-letter phrase or a cue inside a word does not count. */
function atBorders(text: string, entry: Entry, from: number, to: number): boolean {
  if (entry.wordStart && from > 0 && isWordUnit(text.charCodeAt(from - 1))) return false;
  return !(entry.wordEnd && to < text.length && isWordUnit(text.charCodeAt(to)));
}

/** The phrases of an entry that count at this place. */
function mentionsOf(text: string, entry: Entry, from: number, to: number): Found[] {
  const { phrases } = entry;
  const whole = phrases.some((one) => one.list === 'alone') && fillsClause(text, from, to);
  return phrases.flatMap((one) => (one.list === 'alone' && !whole ? [] : [{ ...one, from, to }]));
}

/** Of one topic's mentions that overlap, the leftmost stays, and of those that begin together the longest; exceptions only take their place. */
function withoutOverlaps(found: Found[]): Found[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const ends = new Map<Topic, number>();
  return found.filter((one) => {
    if (one.from < (ends.get(one.topic) ?? 0)) return false;
    ends.set(one.topic, one.to);
    return one.list !== 'except';
  });
}

/** A text without any phrase or cue can still be a bare answer: nah. */
function readSilence(text: string): Reading {
  const bare = bareAnswer(text);
  return { hits: [], intents: [], stance: bare === 'no' ? 'refuse' : 'none', urgent: false, block: [], bare, offers: [] };
}

function versionOf(topics: readonly Topic[]): string {
  const said = topics.map((topic) => `${topic.id} ${topic.version}`).sort();
  return createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 15);
}

/** Builds the automaton over all phrases of the topics and all cues of stance. */
export function createMatcher(topics: Topic[]): Matcher {
  const entries = buildDictionary(topics);
  const keys = entries.map((entry) => entry.key);
  const automaton = new Automaton(keys, fold);

  const collect = (text: string, count: number) => {
    const found: Found[] = [];
    const cues: Cue[] = [];
    automaton.each(count, (id, to) => {
      const entry = entries[id];
      const from = to - (automaton.lengths[id] ?? 0);
      if (!entry || !atBorders(text, entry, from, to)) return;
      found.push(...mentionsOf(text, entry, from, to));
      if (entry.kinds.length > 0) cues.push({ kinds: entry.kinds, from, to });
    });
    return { found: withoutOverlaps(found), cues: pickCues(text, cues) };
  };

  const read = (given: string): Reading => {
    let count = automaton.match(given);
    let normalised: Normalised;
    if (automaton.slow) {
      normalised = normalise(given);
      count = automaton.match(normalised.text);
    } else normalised = { text: foldUnits(given), from: null, to: null };
    const { text } = normalised;
    if (count === 0) return readSilence(text);
    const { found, cues } = collect(text, count);
    const mentions = found.map(({ topic, from, to }) => ({ topic: topic.id, demand: topic.demand, from, to }));
    const { negated, ...said } = readStance({ text, cues, mentions });
    const hits: Hit[] = found.map(({ topic, phrase, from, to }, i) => ({
      topic: topic.id,
      version: topic.version,
      phrase,
      span: givenSpan(normalised, from, to),
      negated: negated[i] ?? false,
    }));
    return { hits, intents: [], ...said };
  };

  return { version: versionOf(topics), topics: new Map(topics.map((topic) => [topic.id, topic])), read };
}
