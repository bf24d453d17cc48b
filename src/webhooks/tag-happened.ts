import type { LedgerRow } from '../domain/ledger.ts';
import { STAGE } from '../domain/stage.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { common, type Happened } from './happened.ts';

/** A tag as answers name it. */
const tagWords = (id: string, tree: TagTree) => {
  const group = tree.groupOf(id);
  return { id, group: group === null ? null : (tree.node(group)?.name ?? group), name: tree.node(id)?.name ?? id };
};

const tagWordsOrNull = (id: string | null, tree: TagTree) => (id === null ? null : tagWords(id, tree));

/** The line of the same step in which the stage that this one took the place of went; the nearest, where there are several. */
const placeTaken = (row: LedgerRow, rows: readonly LedgerRow[]): string | null => {
  const here = rows.indexOf(row);
  const gone = rows.filter(({ action, replacedBy }) => action === 'remove' && replacedBy === row.tag);
  const [nearest] = gone.toSorted((a, b) => Math.abs(rows.indexOf(a) - here) - Math.abs(rows.indexOf(b) - here));
  return nearest?.tag ?? null;
};

/** A stage left for another is told with the one that was entered. */
const stageHappened = (row: LedgerRow, rows: readonly LedgerRow[], tree: TagTree): Happened[] => {
  const { _id: key, at, tag, action, replacedBy } = row;
  if (action === 'remove' && rows.some((other) => other.action === 'add' && other.tag === replacedBy)) return [];
  const [from, to] = action === 'add' ? [placeTaken(row, rows), tag] : [tag, null];
  const data = { ...common(row), from: tagWordsOrNull(from, tree), to: tagWordsOrNull(to, tree) };
  return [{ key, type: 'stage.changed', at, tags: [from, to].filter((one) => one !== null), data }];
};

/** What lines of the history say of tags: each change of one is told once, one of the stage as such. */
export const tagHappened = (rows: readonly LedgerRow[], tree: TagTree): Happened[] =>
  rows.flatMap((row): Happened[] => {
    const { _id: key, at, tag, action, replacedBy } = row;
    if (action !== 'add' && action !== 'remove') return [];
    if (tree.isWithin(tag, STAGE)) return stageHappened(row, rows, tree);
    const data = {
      ...common(row),
      tag: tagWords(tag, tree),
      ...(replacedBy === undefined ? {} : { replacedBy: tagWords(replacedBy, tree) }),
    };
    return [{ key, type: action === 'add' ? 'tag.added' : 'tag.removed', at, tags: [tag], data }];
  });
