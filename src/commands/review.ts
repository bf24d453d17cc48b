import { iso } from '../answers/cause-answers.ts';
import { reviewAnswer } from '../answers/review-answer.ts';
import { seenBy, sightOf } from '../answers/team.ts';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { readArgs } from './read-args.ts';
import { readLimit } from './read-limit.ts';

const PAGE = 10;
const MOST = 200;

/** What waits for a person's yes or no. Either is a change by hand like any other (`tag`), with its undo, so nothing is kept of this list. */
export const review: Command = {
  name: 'review',
  aliases: ['待确认', '复核'],
  usage: { zh: 'review [--limit N]', en: 'review [--limit N]' },
  summary: {
    zh: '只是建议、等人确认的标签，最没把握的在前；用 tag 客户 +标签 或 -标签 回答',
    en: 'tags that are only suggested, the least certain first; answer with tag CUSTOMER +TAG or -TAG',
  },
  writes: false,
  run: async ({ app, actor }, args) => {
    const { words, options } = readArgs(args, ['limit']);
    if (words.length > 0) throw new UsageError('review_usage');
    const people = app.inForce.people();
    const found = await reviewAnswer(app, sightOf(actor, people), readLimit(options.get('limit'), { page: PAGE, most: MOST }));
    return { kind: 'review', doc: { asOf: iso(app.clock.asOf()), seen: seenBy(actor, people), ...found } };
  },
};
