import { iso } from '../answers/cause-answers.ts';
import { reviewItems, suggestionId, waitingSuggestions } from '../answers/review-answer.ts';
import { seenBy, sightOf } from '../answers/team.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError } from '../errors.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';
import { readLimit } from './read-limit.ts';
import { answerOne } from './review/answer-one.ts';

const PAGE = 10;
const MOST = 200;

const list = async ({ app, actor }: Context, limit: number): Promise<Reply> => {
  const people = app.inForce.people();
  const put = await app.store.shown.of('review', actor.id);
  const { waiting, more } = await waitingSuggestions(app, sightOf(actor, people), put?.later ?? []);
  const shown = waiting.slice(0, limit).map((one, place) => ({ ...one, number: place + 1 }));
  await app.store.shown.note('review', actor.id, shown.map(suggestionId));
  return {
    kind: 'review',
    doc: {
      ...{ asOf: iso(app.clock.asOf()), seen: seenBy(actor, people), count: waiting.length },
      ...(more ? { more: true as const } : {}),
      reviews: await reviewItems(app, shown),
    },
  };
};

/**
 * What waits for a person's yes or no. Either is a change by hand like any other (`tag`), with its undo; what it says of an intent then waits
 * in `learn`.
 */
export const review: Command = {
  name: 'review',
  aliases: ['待确认', '复核'],
  usage: {
    zh: 'review [--limit N] · review 编号 对|不对|意图|跳过',
    en: 'review [--limit N] · review NUMBER yes|no|INTENT|skip',
  },
  summary: {
    zh: '只是建议、等人确认的标签，最没把握的在前；用编号回答，一次一个；说出真正的意图也行',
    en: 'tags that are only suggested, the least certain first; answer by number, one after another, or say which intent it is',
  },
  writes: (args) => args.filter((word) => !word.startsWith('-')).length > 1,
  run: async (context, args) => {
    const { words, options } = readArgs(args, ['limit']);
    const [number, ...answer] = words;
    const limit = options.get('limit');
    if (number === undefined) return list(context, readLimit(limit, { page: PAGE, most: MOST }));
    if (answer.length === 0 || limit !== undefined) throw new UsageError('review_usage');
    return answerOne(context, number, answer.join(' '));
  },
};
