import { iso, isoOrNull } from '../answers/cause-answers.ts';
import { INTENT_HIGH, sourceOf } from '../answers/lead-source.ts';
import { ownerName } from '../answers/owner-name.ts';
import { stageOf } from '../answers/tags-answer.ts';
import { type Sight, sightOf } from '../answers/team.ts';
import type { App } from '../app.ts';
import type { LeadsAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import { STAGE } from '../domain/stage.ts';
import { DAY } from '../domain/time.ts';
import { UsageError } from '../errors.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

/** How long somebody counts as a new lead. */
const NEW = 30 * DAY;
/** The stages of somebody who has no quote yet. */
const EARLY = ['new_lead', 'contacted', 'needs_confirmed'];
const GOOD_CHANNELS = 'good_channels';
const MOST = 200;

/** One's own; with `--all`, and for the local operator, who owns nobody, all that they may see. */
const sightFor = ({ app, actor }: Context, all: boolean): Sight =>
  all || actor.id === 'local' ? sightOf(actor, app.inForce.people()) : { owners: new Set([actor.id]), unowned: false };

const ownedIn = ({ owners, unowned }: Sight): object =>
  owners === null ? {} : { $or: [{ 'state.owner.id': { $in: [...owners] } }, ...(unowned ? [{ 'state.owner': null }] : [])] };

/** New leads in their order: keen ones from a good channel, other keen ones, the others; each the newest first. */
const inOrder = async (app: App, sight: Sight, limit: number): Promise<Customer[]> => {
  const tree = app.inForce.tree();
  const later = tree.descendants(STAGE).filter((id) => !EARLY.includes(id));
  const good = tree.descendants(GOOD_CHANNELS);
  const keen = { tagIds: INTENT_HIGH };
  const groups = [
    { $and: [keen, { tagIds: { $in: good } }] },
    { $and: [keen, { tagIds: { $nin: good } }] },
    { tagIds: { $ne: INTENT_HIGH } },
  ];
  const found: Customer[] = [];
  for (const group of groups) {
    if (found.length >= limit) break;
    const filter = { $and: [{ tagIds: { $nin: later } }, ownedIn(sight), group] };
    found.push(...(await app.store.customers.createdSince(app.clock.asOf() - NEW, limit - found.length, filter)));
  }
  return found;
};

const row =
  (app: App) =>
  ({ _id, state, createdAt, lastContactAt }: Customer): LeadsAnswer['leads'][number] => {
    const tree = app.inForce.tree();
    return {
      ...{ id: _id, name: state.name, owner: ownerName(app, state), stage: stageOf(state, tree)?.name ?? null },
      ...{ source: sourceOf(state, tree), createdAt: iso(createdAt), lastContactAt: isoOrNull(lastContactAt) },
      high: state.tags[INTENT_HIGH] !== undefined,
      tags: tree.order.filter((id) => state.tags[id]).map((id) => tree.label(id)),
    };
  };

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
    const found = await inOrder(app, sightFor(context, options.has('all')), MOST + 1);
    const behind = await app.behind();
    return {
      kind: 'leads',
      doc: {
        ...{ asOf: iso(app.clock.asOf()), ...(behind > 0 ? { behindMinutes: behind } : {}) },
        leads: found.slice(0, MOST).map(row(app)),
        ...(found.length > MOST ? { more: true as const } : {}),
      },
    };
  },
};
