import { iso } from '../../answers/cause-answers.ts';
import { tagNamed } from '../../answers/review-answer.ts';
import type { KeywordsAnswer, LearntAnswer } from '../../domain/learn-answers.ts';
import type { Keyword, Learning } from '../../domain/lesson.ts';
import { productOfTopic } from '../../domain/product.ts';
import type { Reply } from '../../domain/reply.ts';
import { UsageError, UserError } from '../../errors.ts';
import { phraseKey } from '../../match/phrase-key.ts';
import type { Topic } from '../../match/topics.ts';
import type { Context } from '../command.ts';
import { findTag } from '../find-tag.ts';
import { pickShown } from '../pick-shown.ts';
import { setUpRow } from '../set-up-row.ts';
import { gatherSpeakers } from './gather-speakers.ts';
import { type KeywordProposal, proposeKeywords } from './propose-keywords.ts';
import { lessonsIn, makeStep, readSteps, type Steps, takesOver } from './steps.ts';
import { loadWordCutter } from './word-cutter.ts';

const LIST = 'keywords';

/** How a proposal is remembered: in the list that was shown, and among those that are not to come again. */
const keywordId = ({ topic, phrase }: Keyword): string => JSON.stringify([topic, phrase]);

const keywordOf = (id: string): Keyword => {
  const [topic, phrase] = JSON.parse(id) as [string, string];
  return { topic, phrase };
};

/** Topics of packs; those of products are the catalogue's. */
const topicsOf = ({ app }: Context): Topic[] =>
  [...app.inForce.topics().values()].filter(({ id }) => productOfTopic(id) === null);

const undecided = (standing: readonly Learning[]): ((one: KeywordProposal) => boolean) => {
  const dropped = new Set(standing.flatMap((step) => step.dropped));
  const learnt = new Set(standing.flatMap(({ keywords = [] }) => keywords.map(({ phrase }) => phraseKey(phrase))));
  return (one) => !dropped.has(keywordId(one)) && !learnt.has(phraseKey(one.phrase));
};

/** Proposes phrases from what customers said of late. */
export const listKeywords = async (context: Context, limit: number): Promise<Reply> => {
  const { app, actor } = context;
  const cut = await loadWordCutter();
  const { standing } = await readSteps(context);
  const topics = topicsOf(context);
  const { speakers, messages, exampleOf } = await gatherSpeakers(app, cut);
  const waiting = proposeKeywords(speakers, topics).filter(undecided(standing));
  const shown = waiting.slice(0, limit);
  await app.store.shown.note(LIST, actor.id, shown.map(keywordId));
  const tree = app.inForce.tree();
  const tagOf = (id: string) => topics.find((topic) => topic.id === id)?.tags[0] ?? id;
  const doc: KeywordsAnswer = {
    ...{ asOf: iso(app.clock.asOf()), messages, count: waiting.length },
    proposals: shown.map(({ topic, phrase, customers, elsewhere }, place) => ({
      ...{ number: place + 1, phrase, topic, tag: tagNamed(tree, tagOf(topic)), customers, elsewhere },
      example: exampleOf(phrase),
    })),
  };
  return { kind: 'keywords', doc };
};

/** The topic that a word names: by its id, or by a tag that it gives. */
const topicNamed = (context: Context, word: string): string => {
  const topics = topicsOf(context);
  const byId = topics.find(({ id }) => id === word.toLowerCase());
  if (byId) return byId.id;
  const tag = findTag(context.app.inForce.tree(), word);
  const found = topics.find(({ tags }) => tags.includes(tag));
  if (!found) throw new UserError('no_topic_of_tag', { tag: context.app.inForce.tree().label(tag) });
  return found.id;
};

const refuseKnown = (context: Context, { phrase }: Keyword, { standing }: Steps): void => {
  const key = phraseKey(phrase);
  const inPack = topicsOf(context).find(({ phrases }) => phrases.some((one) => phraseKey(one) === key));
  const learnt = standing.flatMap(({ keywords = [] }) => keywords).find((one) => phraseKey(one.phrase) === key);
  const topic = inPack?.id ?? learnt?.topic;
  if (topic !== undefined) throw new UserError('keyword_known', { phrase, topic });
};

/** The phrase that somebody decides on, one by one: each changes what all customers are read by. Further words name another tag. */
const readKeyword = async (context: Context, words: readonly string[]): Promise<{ chosen: Keyword; keyword: Keyword }> => {
  const [number = '', ...rest] = words;
  if (!/^\d+[.。]?$/.test(number)) throw new UsageError('keywords_usage');
  const [picked] = await pickShown(context, LIST, [number]);
  const chosen = keywordOf(picked?.id ?? '[]');
  return { chosen, keyword: rest.length === 0 ? chosen : { ...chosen, topic: topicNamed(context, rest.join(' ')) } };
};

const write = async (context: Context, { all, stamp }: Steps, step: Pick<Learning, 'keywords' | 'dropped'>, note: string) => {
  const { app, actor } = context;
  const version = (all.at(-1)?.version ?? 0) + 1;
  const row = setUpRow(context, 'learn', { note: `keyword ${note} → ${version}` });
  const learning = { version, by: actor.id, at: app.clock.asOf(), lessons: [], ...step };
  return (await app.store.learnings.add(learning, stamp, row)) ? version : null;
};

const reply = (
  steps: Steps,
  keyword: Keyword,
  done: Pick<LearntAnswer, 'did' | 'version' | 'takesOver'>,
): Extract<Reply, { kind: 'learnt' }> => ({
  kind: 'learnt',
  doc: { ...done, learnt: lessonsIn(steps.standing).length, lessons: [], keywords: [keyword], undone: [] },
});

/** Accepts one phrase, for its topic or that of another tag. */
export const acceptKeyword = (context: Context, words: readonly string[]): Promise<Reply> =>
  makeStep(context, async (steps): Promise<Reply | null> => {
    const { keyword } = await readKeyword(context, words);
    refuseKnown(context, keyword, steps);
    const note = `accept ${keyword.phrase} ${keyword.topic}`;
    const version = await write(context, steps, { keywords: [keyword], dropped: [] }, note);
    return version === null ? null : reply(steps, keyword, { did: 'keywords', version, takesOver: await takesOver(context) });
  });

/** Says that a phrase is not to be proposed any more. */
export const dropKeyword = (context: Context, words: readonly string[]): Promise<Reply> =>
  makeStep(context, async (steps): Promise<Reply | null> => {
    if (words.length > 1) throw new UsageError('keywords_usage');
    const { chosen } = await readKeyword(context, words);
    const version = await write(context, steps, { keywords: [], dropped: [keywordId(chosen)] }, `drop ${chosen.phrase}`);
    return version === null ? null : reply(steps, chosen, { did: 'drop_keywords', version, takesOver: null });
  });
