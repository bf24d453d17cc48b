import type { UsageAnswer } from '../../../../domain/usage.ts';
import type { View } from '../view.ts';
import type { Row } from './tree.ts';

export type Used = Pick<UsageAnswer['tags'][number], 'given' | 'before'>;

/** More or less than before, in a sign and in words. */
const Trend = ({ used, view }: { used: Used; view: View }) => {
  const change = used.given - used.before;
  if (change === 0) return null;
  const words = change > 0 ? view.words.more(change) : view.words.fewer(-change);
  return (
    <span class={change > 0 ? 'up' : 'down'} title={words}>
      <span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>
      <span class="unseen">{words}</span>
    </span>
  );
};

const Name = ({ row, view }: { row: Row; view: View }) => {
  const { node } = row;
  const { words } = view;
  return (
    <td class="name" style={{ '--level': row.level }}>
      <span class="fold" aria-hidden="true">
        {row.parent ? (row.open ? '▾' : '▸') : ''}
      </span>
      <span class="dot" style={{ '--tag': node.colour }} aria-hidden="true" />
      <bdi class={node.kind === 'group' ? 'group' : undefined}>{view.nodeName(node)}</bdi>
      {node.restricted && <small>{words.restricted}</small>}
      {node.archived && <small>{words.archived}</small>}
      {node.aliases.length > 0 && <span class="sub aliases">{node.aliases.join(view.lang === 'zh' ? '、' : ', ')}</span>}
    </td>
  );
};

/** A group or a tag: what it is called and means, how many carry it, how often it was given. */
export const TreeRow = ({
  row,
  used,
  view,
  at,
  selected,
  press,
}: {
  row: Row;
  used: Used | null;
  view: View;
  /** Whether it is the line to which Tab leads. */
  at: boolean;
  selected: boolean;
  press: (event: MouseEvent) => void;
}) => (
  <tr
    data-id={row.node.id}
    tabIndex={at ? 0 : -1}
    aria-level={row.level}
    aria-posinset={row.place}
    aria-setsize={row.of}
    aria-expanded={row.parent ? row.open : undefined}
    aria-selected={selected}
    class={row.node.archived ? 'archived' : undefined}
    onClick={press}
  >
    <Name row={row} view={view} />
    <td class="wide sub">{row.node.definition}</td>
    <td class="count">{view.number(row.node.customers)}</td>
    <td class="count">
      {used && (
        <>
          {view.number(used.given)} <Trend used={used} view={view} />
        </>
      )}
    </td>
  </tr>
);
