import type { IntentReading, Reading, Stance } from '../domain/reading.ts';
import type { Matcher } from './matcher.ts';
import type { Topic } from './topics.ts';
import { topicsByTag } from './topics-of.ts';

/** Reads the intents of one text: those that are likely at all, likeliest first. Never throws, whatever the text. */
export interface IntentReader {
  /** Fingerprint of the model. */
  version: string;
  read: (text: string) => IntentReading[];
}

/** What a customer says who wants none of it, or not now. */
export const TURNING_DOWN: Readonly<Record<string, Stance>> = { not_interested: 'refuse', defer: 'defer' };
const URGENT = 'urgent';
const EVERYTHING = '*';

type TopicsOf = (tag: string) => readonly Topic[];

/** How the words themselves stand to the topics of an intent. */
interface Words {
  /** One of the topics is a demand. */
  demand: boolean;
  /** The words name one of them, and do not take it back. */
  open: boolean;
  /** They name one of them at all. */
  named: boolean;
  blocked: boolean;
}

const wordsOn = ({ hits, block }: Reading, tags: readonly string[], topicsOf: TopicsOf): Words => {
  const words: Words = { demand: false, open: false, named: false, blocked: block.includes(EVERYTHING) };
  for (const tag of tags)
    for (const { id, demand } of topicsOf(tag)) {
      words.demand ||= demand;
      words.blocked ||= block.includes(id);
      for (const { topic, negated } of hits) {
        if (topic !== id) continue;
        words.named = true;
        words.open ||= !negated;
      }
    }
  return words;
};

const turnsDown = ({ intent }: IntentReading): boolean => TURNING_DOWN[intent] !== undefined;

/** The classifier knows more ways of turning something down than the cues do; where these saw a demand or a stance, they are right. */
const turnedDown = (reading: Reading, intents: readonly IntentReading[], isDemand: (topic: string) => boolean): Stance | null => {
  if (reading.bare !== null || reading.stance !== 'none') return null;
  const said = intents.find((one) => one.enough === 'apply' && turnsDown(one));
  if (!said || reading.hits.some(({ topic, negated }) => !negated && isDemand(topic))) return null;
  return TURNING_DOWN[said.intent] ?? null;
};

/** How far the same words let an intent come: they may refuse it, or say that it is somebody else's. */
const allowed = (
  reading: Reading,
  { tags, enough }: IntentReading,
  doubted: boolean,
  topicsOf: TopicsOf,
): IntentReading['enough'] => {
  if (enough === null) return null;
  const { demand, open, named, blocked } = wordsOn(reading, tags, topicsOf);
  if (open) return enough;
  if (named) return null;
  if (!demand) return enough;
  if (blocked) return null;
  const turning = reading.stance === 'refuse' || reading.stance === 'defer';
  if (turning && reading.block.length === 0) return null;
  return turning || doubted ? 'suggest' : enough;
};

/**
 * What words and intents say together. A refusal or deferral in the words keeps intents from giving the demand that it turns down; one that
 * only the classifier hears takes demands back too.
 */
export const understand = (
  said: Reading,
  intents: IntentReading[],
  topics: ReadonlyMap<string, Topic>,
  topicsOf: TopicsOf,
): Reading => {
  if (intents.length === 0) return said;
  const down = turnedDown(said, intents, (id) => topics.get(id)?.demand === true);
  const { hits, bare, offers } = said;
  const [stance, block] = down === null ? [said.stance, said.block] : [down, [EVERYTHING]];
  const reading: Reading = { hits, intents: [], stance, urgent: said.urgent, block, bare, offers };
  const doubted = intents.some(turnsDown);
  for (const one of intents) {
    const enough = allowed(reading, one, doubted, topicsOf);
    if (one.intent === URGENT && enough === 'apply') reading.urgent = true;
    reading.intents.push(enough === one.enough ? one : { ...one, enough });
  }
  return reading;
};

/** A matcher that reads intents beside topics, in what customers say. */
export const withIntents = (matcher: Matcher, reader: IntentReader | null): Matcher => {
  if (reader === null) return matcher;
  const { topics } = matcher;
  const topicsOf = topicsByTag(topics.values());
  return {
    topics,
    version: `${matcher.version}.${reader.version}`,
    read: (text, by = 'customer') => {
      const said = matcher.read(text, by);
      return by === 'customer' ? understand(said, reader.read(text), topics, topicsOf) : said;
    },
  };
};
