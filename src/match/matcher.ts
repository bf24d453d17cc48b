import { createHash } from 'node:crypto';
import type { Hit, Reading } from '../domain/reading.ts';
import { Automaton } from './automaton.ts';
import { bareAnswer } from './bare-answer.ts';
import { fillsClause } from './clauses.ts';
import type { Cue } from './cue.ts';
import { buildDictionary, type Entry, isWordUnit, type TopicPhrase } from './dictionary.ts';
import { fold } from './fold.ts';
import { LONGEST_PHRASE } from './keyword-pack.ts';
import { foldUnits, givenSpan, type Normalised, normalise } from './normalise.ts';
import { closeOccurrences, type Occurrence } from './occurrence.ts';
import { pickCues } from './pick-cues.ts';
import { type Mention, within } from './said-text.ts';
import { sortByPlace } from './sort-by-place.ts';
import { readStance } from './stance.ts';
import type { Topic } from './topics.ts';

/** Reads texts against a set of topics. Replaced as a whole when packs change. */
export interface Matcher {
  /** Fingerprint over all topics. */
  version: string;
  topics: ReadonlyMap<string, Topic>;
  /**
   * Reads one text on its own. Never throws, whatever the text; spans are in UTF-16 units of the text as given. `by`: intents are
   * looked for in what customers say alone.
   */
  read(text: string, by?: 'customer' | 'staff'): Reading;
}

interface Found extends TopicPhrase {
  at: Occurrence;
  /** In units of the text that the stance is read off. */
  from: number;
  to: number;
  /** A word that counts only alone, in company: nothing asks for it, yet it may be refused: 不续费了. */
  faint: boolean;
}

/** A one-letter phrase or a cue inside a word does not count. */
function atBorders(text: string, entry: Entry, from: number, to: number): boolean {
  if (entry.wordStart && from > 0 && isWordUnit(text.charCodeAt(from - 1))) return false;
  return !(entry.wordEnd && to < text.length && isWordUnit(text.charCodeAt(to)));
}

/** Adds the phrases that count at this place. */
function addMentions(found: Found[], text: string, at: Occurrence): void {
  const { phrases, alone } = at.entry;
  const { from, to } = at;
  const whole = alone && fillsClause(text, from, to);
  for (const { topic, phrase, list } of phrases)
    found.push({ topic, phrase, list, at, from, to, faint: list === 'alone' && !whole });
}

/** Leaves out faint mentions that overlap another of their topic, or that no refusal can be of: only demands are taken back. */
function withoutFaint(found: Found[]): Found[] {
  if (!found.some((one) => one.faint)) return found;
  const plain = sortByPlace(found.filter((one) => !one.faint));
  const overlaps = ({ topic, from, to }: Found) =>
    within(plain, from - LONGEST_PHRASE, to).some((other) => other.topic === topic && from < other.to);
  return found.filter((one) => !one.faint || (one.topic.demand && !overlaps(one)));
}

/** Of one topic's mentions that overlap, the leftmost stays, and of those that begin together the longest; exceptions only take their place. */
function withoutOverlaps(found: Found[]): Found[] {
  if (found.length < 2) return found[0]?.list === 'except' ? [] : found;
  const ends = new Map<Topic, number>();
  return sortByPlace(found).filter(({ topic, from, to, list }) => {
    if (from < (ends.get(topic) ?? 0)) return false;
    ends.set(topic, to);
    return list !== 'except';
  });
}

/** What is found in a text: mentions of topics, and cues. */
function gather(text: string, occurrences: readonly Occurrence[]): { mentioned: Found[]; cues: Cue[] } {
  const found: Found[] = [];
  const cues: Cue[] = [];
  for (const at of occurrences) {
    const { phrases, kinds } = at.entry;
    if (phrases.length > 0) addMentions(found, text, at);
    if (kinds !== 0) cues.push({ kinds, from: at.from, to: at.to });
  }
  return { mentioned: withoutOverlaps(withoutFaint(found)), cues: pickCues(text, cues) };
}

const toMention = ({ topic, from, to, faint }: Found): Mention => ({
  topic: topic.id,
  demand: topic.demand,
  faint,
  from,
  to,
});

/** What is said of the topics that are mentioned; those of which the stance says that they do not count are left out. */
function toHits(mentioned: readonly Found[], negated: readonly (boolean | null)[], normalised: Normalised): Hit[] {
  const hits: Hit[] = [];
  mentioned.forEach(({ topic, phrase, at }, i) => {
    const no = negated[i] ?? null;
    if (no === null) return;
    hits.push({ topic: topic.id, version: topic.version, phrase, span: givenSpan(normalised, at.start, at.end), negated: no });
  });
  return hits;
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

  const collect = (text: string, count: number): Occurrence[] => {
    const occurrences: Occurrence[] = [];
    automaton.each(count, (id, start, end) => {
      const entry = entries[id];
      if (entry && atBorders(text, entry, start, end)) occurrences.push({ entry, start, end, from: start, to: end });
    });
    return occurrences;
  };

  const read = (given: string): Reading => {
    let count = automaton.match(given);
    let normalised: Normalised;
    if (automaton.slow) {
      normalised = normalise(given);
      count = automaton.match(normalised.text);
    } else normalised = { text: foldUnits(given), from: null, to: null };
    if (count === 0) return readSilence(normalised.text);
    let said = { text: normalised.text, occurrences: collect(normalised.text, count) };
    if (automaton.closed) said = closeOccurrences(said.text, said.occurrences);
    const { mentioned, cues } = gather(said.text, said.occurrences);
    const { negated, stance, urgent, block, bare, offers } = readStance({
      text: said.text,
      cues,
      mentions: mentioned.map(toMention),
    });
    return { hits: toHits(mentioned, negated, normalised), intents: [], stance, urgent, block, bare, offers };
  };

  return { version: versionOf(topics), topics: new Map(topics.map((topic) => [topic.id, topic])), read };
}
