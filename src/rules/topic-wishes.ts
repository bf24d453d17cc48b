import type { Evidence } from '../domain/cause.ts';
import type { CustomerState, Mark } from '../domain/customer.ts';
import { TRIAL_TAG } from '../domain/journey.ts';
import type { Hit, Reading } from '../domain/reading.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Topic } from '../match/topics.ts';
import type { RulesInForce } from './in-force.ts';
import type { Said } from './said.ts';
import type { Wish } from './wish.ts';

/** Marks kept a tag where a topic needs fewer: as many as an answer shows. */
const KEPT = 5;

interface Mention {
  topic: Topic;
  hit: Hit;
}

/** One message is one hit of a topic, however often it mentions it: the first un-negated mention stands for all. */
const mentions = (reading: Reading, rules: RulesInForce): Mention[] => {
  const first = new Map<string, Mention>();
  for (const hit of reading.hits) {
    const topic = rules.topics.get(hit.topic);
    if (topic && !hit.negated && !first.has(topic.id)) first.set(topic.id, { topic, hit });
  }
  return [...first.values()];
};

/** The demands that a reading takes back. Of every demand there is, those that can have left a trace: there may be thousands. */
export const refusedTopics = (state: CustomerState, { block }: Reading, rules: RulesInForce): Topic[] => {
  const named = block.flatMap((id) => rules.topics.get(id) ?? []);
  const traces = block.includes('*') ? [state.marks, state.tags, state.suggested].flatMap(Object.keys) : [];
  const all = new Set([...named, ...traces.flatMap((tag) => rules.topicsOf(tag))]);
  return [...all].filter(({ demand }) => demand).sort((a, b) => (a.id < b.id ? -1 : 1));
};

const refuse = (state: CustomerState, topic: Topic): Wish[] =>
  topic.tags.map((tag) => {
    delete state.marks[tag];
    return { want: 'end', tag, cause: { kind: 'pack', id: topic.id, version: topic.version }, reason: 'refused' };
  });

const mark = (state: CustomerState, tag: string, made: Mark, needed: number): Mark[] => {
  const marks = [...(state.marks[tag] ?? []).filter((earlier) => earlier.event !== made.event), made];
  state.marks[tag] = marks.slice(-Math.max(KEPT, needed));
  return state.marks[tag];
};

const evidence = ({ event, at, span, words }: Mark): Evidence => ({
  event,
  at,
  ...(span ? { span } : {}),
  ...(words === undefined ? {} : { words }),
});

/** Who first speaks of a trial comes to that node of their way. */
const noteJourney = (state: CustomerState, tag: string, at: Instant): void => {
  if (tag === TRIAL_TAG) state.journey.trial ??= at;
};

const wishFor = (state: CustomerState, { topic, hit }: Mention, tag: string, said: Said, rules: RulesInForce): Wish[] => {
  const { hits, days } = topic.needs;
  const { at } = said;
  const origin = { event: said.event, at, span: hit.span, ...(said.words === said.event ? {} : { words: said.words }) };
  const marks = mark(state, tag, { ...origin, topic: topic.id, version: hit.version }, hits);
  const counted = marks.filter((one) => one.at > at - days * DAY);
  const held = state.tags[tag]?.causes.some((cause) => cause.kind === 'pack' && cause.id === topic.id);
  if (counted.length < hits && !held) return [];
  noteJourney(state, tag, at);
  const ttl = rules.tree.node(tag)?.ttlDays;
  const cause = {
    kind: 'pack' as const,
    id: topic.id,
    version: hit.version,
    since: at,
    ...(ttl === undefined ? {} : { until: at + ttl * DAY }),
    confidence: 1,
    evidence: (held ? marks.slice(-1) : counted).map(evidence),
    count: held ? 1 : counted.length,
  };
  return [{ want: 'apply', tag, cause }];
};

/**
 * What a customer's words ask for (semantics 3): refused demands end, mentions count within their topic's window.
 * Notes the marks in `state`.
 */
export const topicWishes = (state: CustomerState, said: Said, rules: RulesInForce): Wish[] => {
  const { reading } = said;
  const ended = reading.block.length === 0 ? [] : refusedTopics(state, reading, rules).flatMap((topic) => refuse(state, topic));
  const wished = mentions(reading, rules).flatMap((mention) => {
    state.topics[mention.topic.id] = (state.topics[mention.topic.id] ?? 0) + 1;
    return mention.topic.tags.flatMap((tag) => wishFor(state, mention, tag, said, rules));
  });
  return [...ended, ...wished];
};
