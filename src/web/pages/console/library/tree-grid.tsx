import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../view.ts';
import type { Row } from './tree.ts';
import { TreeRow, type Used } from './tree-row.tsx';

/** The tree as a grid (ARIA: treegrid): one line has the focus, arrows move it and fold, Enter opens. */
export const TreeGrid = ({
  rows,
  start,
  usedOf,
  view,
  selected,
  fold,
  open,
}: {
  rows: readonly Row[];
  /** The line to which Tab leads until somebody has moved. */
  start: number;
  usedOf: (id: string) => Used | null;
  view: View;
  selected: string;
  fold: (id: string, folded: boolean) => void;
  open: (id: string) => void;
}) => {
  const [at, setAt] = useState<string | null>(selected === '' ? null : selected);
  const body = useRef<HTMLTableSectionElement>(null);
  const moved = useRef(false);
  const { words } = view;
  const found = rows.findIndex(({ node }) => node.id === at);
  const here = found < 0 ? start : found;

  const move = (place: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (!row) return;
    moved.current = true;
    setAt(row.node.id);
  };
  // At once, so that the next key finds it there.
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  });

  const left = (row: Row) => {
    if (row.parent && row.open) fold(row.node.id, true);
    else move(rows.findIndex(({ node }) => node.id === row.node.parent));
  };
  const right = (row: Row) => {
    if (row.parent && !row.open) fold(row.node.id, false);
    else if (row.parent) move(here + 1);
  };
  const press = (event: TargetedKeyboardEvent<HTMLTableSectionElement>) => {
    const row = rows[here];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(here + 1),
      ArrowUp: () => move(here - 1),
      ArrowLeft: () => left(row),
      ArrowRight: () => right(row),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => open(row.node.id),
      ' ': () => open(row.node.id),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const click = (row: Row) => (event: MouseEvent) => {
    setAt(row.node.id);
    const folding = event.target instanceof Element && event.target.closest('.fold') !== null && row.parent;
    if (folding) fold(row.node.id, row.open);
    else open(row.node.id);
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table whose lines fold (ARIA in HTML allows it)
    <table role="treegrid" class="tree" aria-label={words.views.library}>
      <thead>
        <tr>
          <th scope="col">{words.tag}</th>
          <th scope="col" class="wide">
            {words.definition}
          </th>
          <th scope="col" class="count">
            {words.customers}
          </th>
          <th scope="col" class="count">
            {words.days30}
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={press}>
        {rows.map((row, place) => (
          <TreeRow
            key={row.node.id}
            {...{ row, view }}
            used={usedOf(row.node.id)}
            at={place === here}
            selected={row.node.id === selected}
            press={click(row)}
          />
        ))}
      </tbody>
    </table>
  );
};
