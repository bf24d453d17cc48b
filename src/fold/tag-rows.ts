import { CAUSE_KINDS, type Tagging } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Ground } from '../domain/sweep.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import { strongest } from '../tagging/carry.ts';

/** What changed, as lines of the history: `origin` is the event that it came of. */
export const rows = (customer: string, origin: string, changes: readonly Change[]): LedgerRow[] =>
  changes.map((change, k) => ({ _id: `${origin}/${k}`, customer, ...change }));

/** Due changes are known by their customer and moment: the same moment run twice gives the same rows. */
export const dueRows = (customer: string, changes: readonly Change[]): LedgerRow[] =>
  changes.map((change, k) => ({ _id: `${customer}/${change.at}/${change.cause.id}/${k}`, customer, ...change }));

/** The strongest cause of a tagging, as the history names it. */
export const strongestOf = ({ causes }: Tagging) => {
  const { kind = 'rule', id = '', version = '' } = strongest(causes, CAUSE_KINDS) ?? {};
  return { kind, id, version } as const;
};

/** What folding again changed: only the difference is told. `by` is the event that made it fold again. */
export const difference = (
  before: CustomerState,
  after: CustomerState,
  by: KeptEvent | undefined,
  otherwise: { at: Instant; reason: 'history' | 'recalled' | Ground },
  tree: TagTree,
): Change[] => {
  const undo = by?.body.kind === 'command' && by.body.undo !== null ? by.body : undefined;
  const change = (action: 'add' | 'remove', at: Instant, tag: string, tagging: Tagging): Change => {
    const cause = strongestOf(tagging);
    const actor = undo?.actor.id ?? (cause.kind === 'person' ? cause.id : cause.kind);
    return { at, tag, action, actor, cause, reason: undo ? 'undone' : reason };
  };
  const { reason } = otherwise;
  const now = by?.at ?? otherwise.at;
  const gone = Object.entries(before.tags).filter(([tag]) => !after.tags[tag]);
  const come = Object.entries(after.tags).filter(([tag]) => !before.tags[tag]);
  const instead = (tag: string) => {
    const root = tree.exclusiveRoot(tag);
    const other = root === null ? undefined : come.find(([one]) => tree.exclusiveRoot(one) === root);
    return other ? { replacedBy: other[0] } : {};
  };
  return [
    // A tag goes after it came, also where a late event says that it should not have come.
    ...gone.map(([tag, tagging]) => ({ ...change('remove', Math.max(now, tagging.since), tag, tagging), ...instead(tag) })),
    ...come.map(([tag, tagging]) => change('add', undo || reason !== 'history' ? now : tagging.since, tag, tagging)),
  ];
};
