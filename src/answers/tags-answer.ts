import type { App } from '../app.ts';
import type { CauseAnswer, TagAnswer, TagsAnswer } from '../domain/answers.ts';
import type { Cause } from '../domain/cause.ts';
import type { Customer, CustomerState } from '../domain/customer.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import { createCauseAnswers, iso } from './cause-answers.ts';
import { ownerName } from './owner-name.ts';
import { createPurchaseEvidence } from './purchase-evidence.ts';

/** The group whose tag is a customer's stage. */
const STAGE = 'stage';

/** The latest end of the causes; null when one of them has none. */
const expiry = (causes: readonly Cause[]): string | null => {
  const ends = causes.map((cause) => cause.until);
  return ends.includes(undefined) ? null : iso(Math.max(...ends.map((end) => end ?? 0)));
};

const byOf = ({ people }: App['inForce'], by: CauseAnswer | undefined): TagAnswer['by'] => {
  const name = by?.kind === 'person' ? people().byId(by.id)?.name : undefined;
  return { kind: by?.kind ?? 'rule', id: by?.id ?? '', version: by?.version ?? '', ...(name === undefined ? {} : { name }) };
};

const tagAnswer = (
  inForce: App['inForce'],
  id: string,
  since: Instant,
  causes: readonly Cause[],
  answers: CauseAnswer[],
): TagAnswer => {
  const tree = inForce.tree();
  const node = tree.node(id);
  const group = tree.groupOf(id);
  return {
    id,
    group: group === null ? null : (tree.node(group)?.name ?? group),
    name: node?.name ?? id,
    colour: node?.colour ?? '',
    since: iso(since),
    expiresAt: expiry(causes),
    by: byOf(inForce, answers[0]),
    confidence: Math.max(0, ...causes.map((cause) => cause.confidence)),
    causes: answers,
  };
};

const inOrder = (tree: TagTree) => {
  const place = new Map(tree.order.map((id, index) => [id, index]));
  return ([a]: [string, unknown], [b]: [string, unknown]) =>
    (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || (a < b ? -1 : 1);
};

/** A customer's stage: the tag carried in the group 行为阶段, with the time it began. */
export const stageOf = (state: CustomerState, tree: TagTree): { name: string; since: Instant } | null => {
  const held = Object.entries(state.tags).find(([id]) => tree.isWithin(id, STAGE));
  return held ? { name: tree.node(held[0])?.name ?? held[0], since: held[1].since } : null;
};

/** The `tags` document: what a customer carries and what is suggested, in the library's order, every cause with its words. */
export const tagsAnswer = async (
  app: App,
  customer: Pick<Customer, '_id'>,
  state: CustomerState,
  asOf: Instant,
): Promise<TagsAnswer> => {
  const tree = app.inForce.tree();
  const all = [...Object.values(state.tags).flatMap(({ causes }) => causes), ...Object.values(state.suggested).flat()];
  const causes = await createCauseAnswers(app.store.events, all);
  const rests = await createPurchaseEvidence(app, customer._id, state, Object.keys(state.tags));
  const stage = stageOf(state, tree);
  const behind = await app.behind();
  return {
    customer: { id: customer._id, name: state.name },
    asOf: iso(asOf),
    ...(behind > 0 ? { behindMinutes: behind } : {}),
    owner: ownerName(app, state),
    stage: stage && { name: stage.name, since: iso(stage.since) },
    tags: Object.entries(state.tags)
      .sort(inOrder(tree))
      .map(([id, tagging]) => tagAnswer(app.inForce, id, tagging.since, tagging.causes, rests(id, causes(tagging.causes)))),
    suggested: Object.entries(state.suggested)
      .sort(inOrder(tree))
      .map(([id, held]) => tagAnswer(app.inForce, id, Math.min(...held.map(({ since }) => since)), held, causes(held))),
  };
};
