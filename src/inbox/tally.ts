import type { ChangeAction } from '../domain/change.ts';
import type { Advanced } from '../fold/advance.ts';

export type Counts = Record<string, number>;

/** Counts tag changes by label while they are told: what a replay did. */
export const createTally = (label: (tag: string) => string) => {
  const counts: Record<ChangeAction, Counts> = { add: {}, remove: {}, suggest: {}, withdraw: {} };
  return {
    add: (done: readonly Advanced[]): void => {
      for (const { changes } of done) {
        for (const { action, tag } of changes) {
          const of = counts[action];
          of[label(tag)] = (of[label(tag)] ?? 0) + 1;
        }
      }
    },
    applied: () => counts.add,
    removed: () => counts.remove,
    suggested: () => counts.suggest,
  };
};
