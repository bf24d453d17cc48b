import type { Change } from '../domain/change.ts';
import type { Customer } from '../domain/customer.ts';
import { STAGE } from '../domain/stage.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Advanced } from '../fold/advance.ts';

/** What of a customer a page shows in one piece. */
export const PARTS = ['tags', 'stage', 'tasks', 'quotes', 'card', 'timeline'] as const;
export type Part = (typeof PARTS)[number];

/** A tag that came or went; `suggest` and `withdraw`: only as a suggestion. */
export interface LiveTag {
  action: Change['action'];
  id: string;
  group: string | null;
  name: string;
  colour: string;
}

/** News of one customer: which parts to ask for again. `tags` is empty where another process made the change. */
export interface LiveNews {
  customer: string;
  version: number;
  /** Whether they became part of another customer. */
  gone: boolean;
  parts: readonly Part[];
  tags: LiveTag[];
}

interface Listening {
  version: number;
  shown: Map<Part, string> | null;
  hearers: Set<(news: LiveNews) => void>;
}

/** What stands in each part, to tell whether it changed; the stage is one of the tags. */
const shownOf = ({ state, tagIds, suggestedIds }: Customer): Map<Part, string> => {
  const parts: [Part, unknown][] = [
    ['tags', [tagIds, suggestedIds]],
    ['tasks', state.tasks],
    ['quotes', state.quotes],
    ['card', [state.name, state.fields, state.owner, state.counts, state.interactions]],
    ['timeline', state.at],
  ];
  return new Map(parts.map(([part, value]) => [part, JSON.stringify(value)]));
};

const liveTag = ({ action, tag }: Change, tree: TagTree): LiveTag => {
  const node = tree.node(tag);
  const group = tree.groupOf(tag);
  return {
    ...{ action, id: tag, name: node?.name ?? tag, colour: node?.colour ?? '' },
    group: group === null ? null : (tree.node(group)?.name ?? group),
  };
};

/** Hands on what changes to whoever looks at that customer: at once what this process wrote, and what the database tells of others. */
export const createLiveBoard = () => {
  const customers = new Map<string, Listening>();

  const hand = ({ hearers }: Listening, news: LiveNews) => {
    for (const hear of hearers) hear(news);
  };

  return {
    /** Hears of this customer from now on; gives how to stop. */
    listen: (customer: Customer, hear: (news: LiveNews) => void): (() => void) => {
      const { _id, version } = customer;
      const held = customers.get(_id) ?? { version, shown: shownOf(customer), hearers: new Set() };
      customers.set(_id, held);
      held.hearers.add(hear);
      return () => {
        held.hearers.delete(hear);
        if (held.hearers.size === 0 && customers.get(_id) === held) customers.delete(_id);
      };
    },

    /** Told after the write. */
    tell: (done: readonly Advanced[], tree: TagTree): void => {
      if (customers.size === 0) return;
      for (const { customer, changes } of done) {
        const held = customers.get(customer._id);
        if (!held || customer.version <= held.version) continue;
        const [before, now] = [held.shown, shownOf(customer)];
        held.version = customer.version;
        held.shown = now;
        const moved = changes.some(({ tag }) => tree.isWithin(tag, STAGE));
        const changed = (part: Part): boolean => {
          if (part === 'stage') return moved;
          return before === null || before.get(part) !== now.get(part) || (part === 'tags' && changes.length > 0);
        };
        const tags = changes.map((change) => liveTag(change, tree));
        const gone = customer.mergedInto !== undefined;
        hand(held, { customer: customer._id, version: customer.version, gone, parts: PARTS.filter(changed), tags });
      }
    },

    /** What the database tells of; what this process wrote was told before. */
    seen: ({ id, version, gone }: { id: string; version: number; gone: boolean }): void => {
      const held = customers.get(id);
      if (!held || version <= held.version) return;
      held.version = version;
      held.shown = null;
      hand(held, { customer: id, version, gone, parts: PARTS, tags: [] });
    },
  };
};

export type LiveBoard = ReturnType<typeof createLiveBoard>;
