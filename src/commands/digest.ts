import { iso } from '../answers/cause-answers.ts';
import { sightOf } from '../answers/team.ts';
import { digestSections } from '../digest/digest-sections.ts';
import { digestWindow } from '../digest/digest-window.ts';
import type { Actor } from '../domain/person.ts';
import { UsageError, UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

/**
 * Whose digest it is: the caller's own, or that of somebody under them; an admin may have anybody's.
 * @throws UserError `unknown_person`, or `digest_refused`, which is audited.
 */
const reader = async (context: Context, name: string | undefined): Promise<Pick<Actor, 'id' | 'role'>> => {
  const { app, actor } = context;
  if (name === undefined) return actor;
  const people = app.inForce.people();
  const person = people.byId(name);
  if (!person) throw new UserError('unknown_person', { name });
  const under = actor.role === 'manager' && people.reportsOf(actor.id).some(({ id }) => id === person.id);
  if (actor.role === 'admin' || person.id === actor.id || under) return person;
  const refused = new UserError('digest_refused', { name: person.name });
  await auditDenials(context, null, refused);
  throw refused;
};

export const digest: Command = {
  name: 'digest',
  aliases: ['简报', '每日简报'],
  usage: { zh: 'digest [--for 同事] [--date 日期]', en: 'digest [--for NAME] [--date DATE]' },
  summary: {
    zh: '这 24 小时：超时报价、高意向新线索、静默的 VIP、投诉、标签变化',
    en: 'the last 24 hours: stale quotes, keen new leads, silent VIPs, complaints, tag changes',
  },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, ['for', 'date']);
    if (words.length > 0) throw new UsageError('digest_usage');
    const { id, role } = await reader(context, options.get('for'));
    const now = app.clock.asOf();
    const people = app.inForce.people();
    const config = app.inForce.config();
    const person = people.byId(id);
    const at = person?.digest?.at ?? config.digest.at;
    const window = digestWindow({ date: options.get('date'), at, zone: person?.zone ?? config.zone, now });
    const behind = await app.behind();
    return {
      kind: 'digest',
      doc: {
        ...{ for: id, date: window.date, asOf: iso(window.to), ...(behind > 0 ? { behindMinutes: behind } : {}) },
        sections: await digestSections(app, sightOf({ id, role }, people), window, now),
      },
    };
  },
};
