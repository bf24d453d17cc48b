import { auditRows } from '../answers/audit-rows.ts';
import { iso } from '../answers/cause-answers.ts';
import { seenBy, sightOf } from '../answers/team.ts';
import { UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';

const MOST = 50;

/** Who may only look sees customers, not what colleagues did. */
const refuseLookers = async (context: Context): Promise<void> => {
  if (context.actor.role !== 'viewer') return;
  const refused = new UserError('audit_refused');
  await auditDenials(context, null, refused);
  throw refused;
};

export const audit: Command = {
  name: 'audit',
  aliases: ['审计'],
  usage: { zh: 'audit [客户]', en: 'audit [CUSTOMER]' },
  summary: {
    zh: '谁在什么时候改了什么，被拒绝的也在内；主管看全队的，客服看自己的',
    en: 'who changed what, refusals included; managers see their team’s, agents their own',
  },
  writes: false,
  run: async (context, args) => {
    const { app, actor } = context;
    await refuseLookers(context);
    const { words } = readArgs(args);
    const named = words.length === 0 ? null : await findCustomer(context, words.join(' '));
    const people = app.inForce.people();
    const ids = named ? await app.store.customers.mergedWith(named._id) : null;
    const rows = await auditRows(app, sightOf(actor, people), ids, MOST);
    const tree = app.inForce.tree();
    return {
      kind: 'audit',
      doc: {
        seen: seenBy(actor, people),
        entries: rows.map((row) => ({
          at: iso(row.at),
          actor: row.actor,
          customer: row.customer === '' ? null : row.customer,
          action: row.action,
          tag: row.tag === '' ? null : tree.label(row.tag),
          reason:
            row.denial ?? row.note ?? row.reason ?? (row.cause.kind === 'person' ? null : `${row.cause.kind}:${row.cause.id}`),
        })),
      },
    };
  },
};
