import type { App } from '../app.ts';
import type { ChoiceAnswer, ChoiceGroupAnswer, ChoicesAnswer } from '../domain/choices-answer.ts';
import type { Actor } from '../domain/person.ts';
import { STAGE } from '../domain/stage.ts';
import type { TagNode } from '../domain/tag.ts';
import { DAY } from '../domain/time.ts';
import { maySet } from '../tagging/permission.ts';

/** What somebody put on customers within so many days, of their newest so many changes, is what they use often. */
const LATELY = 90 * DAY;
const LOOKED_AT = 200;

const english = ({ en }: TagNode): { en?: string } => (en === undefined ? {} : { en });

/** How many customers carry a tag or one below it: from memory where that answers, else counted by the index. */
const carriersOf = (app: App, id: string): number | Promise<number> => {
  const carriers = [...app.inForce.tree().descendants(id)];
  const moment = { at: app.clock.asOf(), currency: app.inForce.rules().currencies.home };
  const found = app.findSegment({ kind: 'tag', id, carriers }, moment, { after: null, limit: 1 });
  return found?.count ?? app.store.customers.count({ tagIds: { $in: carriers } });
};

/** How often somebody has put each tag on by hand lately. */
const usedBy = async (app: App, actor: string): Promise<Map<string, number>> => {
  const used = new Map<string, number>();
  for (const id of await app.store.events.addedBy(actor, app.clock.asOf() - LATELY, LOOKED_AT)) {
    const now = app.inForce.tree().current(id);
    used.set(now, (used.get(now) ?? 0) + 1);
  }
  return used;
};

/** The tags that can be put on a customer, with what `actor` may and mostly does; stands for the whole library where that is too much. */
export const choicesAnswer = async (app: App, actor: Pick<Actor, 'id' | 'role'>): Promise<ChoicesAnswer> => {
  const tree = app.inForce.tree();
  const used = await usedBy(app, actor.id);
  const choice = async (node: TagNode): Promise<ChoiceAnswer> => {
    const [customers, own] = [await carriersOf(app, node.id), used.get(node.id) ?? 0];
    return {
      ...{ id: node.id, name: node.name, ...english(node), colour: node.colour },
      ...(maySet({ tag: node, by: actor.role }) === null ? {} : { restricted: true as const }),
      ...(customers > 0 ? { customers } : {}),
      ...(own > 0 ? { own } : {}),
    };
  };
  const nodes = tree.order.flatMap((id) => tree.node(id) ?? []).filter((node) => !node.archived);
  const tags = nodes.filter(({ kind, assignable }) => kind === 'tag' && assignable);
  const inGroup = (group: string | null) => Promise.all(tags.filter(({ id }) => tree.groupOf(id) === group).map(choice));
  const groups = nodes
    .filter(({ kind }) => kind === 'group')
    .map(
      async (group): Promise<ChoiceGroupAnswer> => ({
        ...{ id: group.id, name: group.name, ...english(group) },
        ...(group.note === undefined ? {} : { note: group.note }),
        tags: await inGroup(group.id),
      }),
    );
  return {
    version: app.inForce.library().version,
    groups: (await Promise.all(groups)).filter((group) => group.tags.length > 0),
    others: await inGroup(null),
    stages: tree.descendants(STAGE).filter((id) => tree.node(id)?.archived === false),
  };
};
