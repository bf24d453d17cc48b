import type { Cause, Evidence } from '../domain/cause.ts';
import type { CustomerState, Mark } from '../domain/customer.ts';
import { TRIAL_TAG } from '../domain/journey.ts';
import type { Reading } from '../domain/reading.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Topic } from '../match/topics.ts';
import type { RulesInForce } from './in-force.ts';
import { type Mention, mentionsIn, topicsIn } from './mention.ts';
import type { Said } from './said.ts';
import type { Wish } from './wish.ts';

/** Marks kept a tag where a topic needs fewer: as many as an answer shows. */
const KEPT = 5;
/** How long a suggestion waits for an answer where its tag has no time to live, days. */
const WAITS = 30;

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

const evidence = ({ event, at, span, words }: Evidence): Evidence => ({
  event,
  at,
  ...(span ? { span } : {}),
  ...(words === undefined ? {} : { words }),
});

/** Who first speaks of a trial comes to that node of their way. */
const noteJourney = (state: CustomerState, tag: string, at: Instant): void => {
  if (tag === TRIAL_TAG) state.journey.trial ??= at;
};

const origin = ({ event, at, words }: Said, { span }: Mention): Evidence => ({
  event,
  at,
  ...(span ? { span } : {}),
  ...(words === event ? {} : { words }),
});

const causeOf = ({ kind, id, version, confidence }: Mention, at: Instant, days: number | undefined) => ({
  ...{ kind, id, version, since: at, confidence },
  ...(days === undefined ? {} : { until: at + days * DAY }),
});

const wishFor = (state: CustomerState, mention: Mention, tag: string, said: Said, rules: RulesInForce): Wish[] => {
  const { hits, days } = mention.needs(tag);
  const { at } = said;
  const { kind, id, version } = mention;
  // A message that both a pack and an intent read counts once, and shows the words.
  const read = state.marks[tag]?.find((one) => one.event === said.event);
  const made = read ?? { ...origin(said, mention), topic: id, version };
  const marks = mark(state, tag, made, hits);
  const counted = marks.filter((one) => one.at > at - days * DAY);
  const held = state.tags[tag]?.causes.some((cause) => cause.kind === kind && cause.id === id);
  if (counted.length < hits && !held) return [];
  noteJourney(state, tag, at);
  const cause: Cause = {
    ...causeOf(mention, at, rules.tree.node(tag)?.ttlDays),
    evidence: (held ? [made] : counted).map(evidence),
    count: held ? 1 : counted.length,
  };
  return [{ want: 'apply', tag, cause }];
};

/** What the classifier is not sure enough of waits for somebody to say, unless the same words count already. */
const suggestions = (said: Said, counted: ReadonlySet<string>, rules: RulesInForce): Wish[] =>
  mentionsIn(said.reading, rules, 'suggest').flatMap((mention) =>
    mention.tags
      .filter((tag) => !counted.has(tag))
      .map((tag) => ({
        want: 'suggest',
        tag,
        cause: {
          ...causeOf(mention, said.at, rules.tree.node(tag)?.ttlDays ?? WAITS),
          evidence: [evidence(origin(said, mention))],
          count: 1,
        },
      })),
  );

/**
 * What a customer's words ask for (semantics 3): refused demands end, mentions count within their topic's window, whether a pack or an
 * intent read them. Notes the marks in `state`.
 */
export const topicWishes = (state: CustomerState, said: Said, rules: RulesInForce): Wish[] => {
  const { reading } = said;
  const ended = reading.block.length === 0 ? [] : refusedTopics(state, reading, rules).flatMap((topic) => refuse(state, topic));
  for (const { id } of topicsIn(reading, rules)) state.topics[id] = (state.topics[id] ?? 0) + 1;
  const counted = mentionsIn(reading, rules, 'apply');
  const wished = counted.flatMap((mention) => mention.tags.flatMap((tag) => wishFor(state, mention, tag, said, rules)));
  return [...ended, ...wished, ...suggestions(said, new Set(counted.flatMap(({ tags }) => tags)), rules)];
};
