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

/** The demands that stand in the words themselves. */
const openIn = ({ hits }: Reading): Set<string> => new Set(hits.flatMap(({ topic, negated }) => (negated ? [] : [topic])));

/** The classifier knows more ways of turning something down than the cues do; where these saw a demand or a stance, they are right. */
const turnedDown = (reading: Reading, intents: readonly IntentReading[], isDemand: (topic: string) => boolean): Reading => {
  const said = intents.find(({ intent, enough }) => enough === 'apply' && TURNING_DOWN[intent] !== undefined);
  const silent = reading.bare === null && reading.stance === 'none' && ![...openIn(reading)].some(isDemand);
  const stance = said && TURNING_DOWN[said.intent];
  return stance && silent ? { ...reading, stance, block: [EVERYTHING] } : reading;
};

/** How far the same words let an intent come: they may refuse it, or say that it is somebody else's. */
const allowed = (
  reading: Reading,
  { tags, enough }: IntentReading,
  doubted: boolean,
  topicsOf: TopicsOf,
): IntentReading['enough'] => {
  const topics = tags.flatMap((tag) => topicsOf(tag));
  const demand = topics.some((topic) => topic.demand);
  const open = openIn(reading);
  if (enough === null || topics.some(({ id }) => open.has(id))) return enough;
  if (reading.hits.some(({ topic }) => topics.some(({ id }) => id === topic))) return null;
  if (!demand) return enough;
  if (reading.block.some((id) => id === EVERYTHING || topics.some((topic) => topic.id === id))) return null;
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
  const reading = turnedDown(said, intents, (id) => topics.get(id)?.demand === true);
  const doubted = intents.some(({ intent }) => TURNING_DOWN[intent] !== undefined);
  const weighed = intents.map((one) => ({ ...one, enough: allowed(reading, one, doubted, topicsOf) }));
  const urgent = reading.urgent || weighed.some(({ intent, enough }) => intent === URGENT && enough === 'apply');
  return { ...reading, urgent, intents: weighed };
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
