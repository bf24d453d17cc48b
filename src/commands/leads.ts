import { iso } from '../answers/cause-answers.ts';
import { leadsAnswer } from '../answers/leads-answer.ts';
import { ownSight, type Sight, seenBy, sightOf } from '../answers/team.ts';
import type { Seen } from '../domain/answers.ts';
import { DAY } from '../domain/time.ts';
import { UsageError } from '../errors.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

/** How long somebody counts as a new lead. */
const NEW = 30 * DAY;
const MOST = 200;

/** One's own; with `--all`, and for the local operator, who owns nobody, all that they may see. */
const sightFor = ({ app, actor }: Context, all: boolean): Sight =>
  all || actor.id === 'local' ? sightOf(actor, app.inForce.people()) : ownSight(actor.id, app.inForce.people());

const seenFor = ({ app, actor }: Context, all: boolean): Seen =>
  all || actor.id === 'local' ? seenBy(actor, app.inForce.people()) : { role: actor.role, whose: 'own' };

export const leads: Command = {
  name: 'leads',
  aliases: ['线索'],
  usage: { zh: 'leads [--all]', en: 'leads [--all]' },
  summary: {
    zh: '自己 30 天内的新线索，优质渠道的高意向在前；--all 看能看到的全部',
    en: 'your new leads of 30 days, keen ones from good channels first; --all: all that you may see',
  },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, [], ['all']);
    if (words.length > 0) throw new UsageError('leads_usage');
    const found = await leadsAnswer(app, sightFor(context, options.has('all')), app.clock.asOf() - NEW, MOST + 1);
    const behind = await app.behind();
    return {
      kind: 'leads',
      doc: {
        ...{ asOf: iso(app.clock.asOf()), ...(behind > 0 ? { behindMinutes: behind } : {}) },
        seen: seenFor(context, options.has('all')),
        leads: found.slice(0, MOST),
        ...(found.length > MOST ? { more: true as const } : {}),
      },
    };
  },
};
