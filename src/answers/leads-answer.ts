import type { App } from '../app.ts';
import type { LeadsAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import { STAGE } from '../domain/stage.ts';
import type { Instant } from '../domain/time.ts';
import { iso, isoOrNull } from './cause-answers.ts';
import { INTENT_HIGH, sourceOf } from './lead-source.ts';
import { ownerName } from './owner-name.ts';
import { stageOf } from './tags-answer.ts';
import { ownedIn, type Sight } from './team.ts';

/** The stages of somebody who has no quote yet. */
const EARLY = ['new_lead', 'contacted', 'needs_confirmed'];
const GOOD_CHANNELS = 'good_channels';

const inOrder = async (app: App, sight: Sight, since: Instant, limit: number): Promise<Customer[]> => {
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
    found.push(...(await app.store.customers.createdSince(since, limit - found.length, filter)));
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

/** Leads in sight that came after `since`: keen ones from a good channel, other keen ones, the others; each the newest first. */
export const leadsAnswer = async (app: App, sight: Sight, since: Instant, limit: number): Promise<LeadsAnswer['leads']> =>
  (await inOrder(app, sight, since, limit)).map(row(app));
