import { iso } from '../answers/cause-answers.ts';
import { quotesAnswer } from '../answers/quotes-answer.ts';
import { seenBy, sightOf } from '../answers/team.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';

export const quotes: Command = {
  name: 'quotes',
  aliases: ['报价'],
  usage: { zh: 'quotes [客户] [--stale]', en: 'quotes [CUSTOMER] [--stale]' },
  summary: {
    zh: '等客户答复的报价，超过 3 天的在前；--stale 只列这些',
    en: 'quotes that wait for an answer, the stale ones first; --stale: only those',
  },
  writes: false,
  run: async (context, args) => {
    const { app, actor } = context;
    const { words, options } = readArgs(args, [], ['stale']);
    const stale = options.has('stale');
    const only = words.length > 0 ? await findCustomer(context, words.join(' ')) : undefined;
    const at = app.clock.asOf();
    const rows = await quotesAnswer(app, sightOf(actor, app.inForce.people()), at, only);
    return {
      kind: 'quotes',
      doc: {
        asOf: iso(at),
        seen: seenBy(actor, app.inForce.people()),
        quotes: rows.filter((row) => row.stale || !stale),
      },
    };
  },
};
