import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryAnswer } from '../../../../domain/answers.ts';
import type { UsageAnswer } from '../../../../domain/usage.ts';
import { Section } from '../../parts/section.tsx';
import type { Toasted } from '../../parts/toast.tsx';
import { SearchBox } from '../search-box.tsx';
import { type Asked, useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { Details } from './details.tsx';
import { bestOf, childrenIn, rowsOf, within } from './tree.ts';
import { TreeGrid } from './tree-grid.tsx';
import type { Used } from './tree-row.tsx';

/** The tree, and beside it the tag that is open. */
export const Library = ({
  view,
  of,
  tell,
  library,
  go,
}: {
  view: View;
  of: string;
  tell: (toast: Toasted) => void;
  library: Asked<LibraryAnswer>;
  go: (id: string) => void;
}) => {
  const [word, setWord] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [old, setOld] = useState(false);
  const archived = useAsked<LibraryAnswer>(view.ask, old ? '/library?archived=true' : null);
  const usage = useAsked<UsageAnswer>(view.ask, '/usage');
  const { words } = view;
  const inUse = library.part.value?.nodes;
  const out = archived.part.value?.nodes;
  const nodes = useMemo(() => [...(inUse ?? []), ...(old ? (out ?? []) : [])], [inUse, out, old]);
  const rows = useMemo(() => rowsOf(nodes, folded, word, view), [nodes, folded, word, view]);
  const used = useMemo(() => {
    const own = new Map((usage.part.value?.tags ?? []).map((tag): [string, Used] => [tag.id, tag]));
    const children = childrenIn(nodes);
    return (id: string): Used | null => {
      const counts = within(id, children).flatMap((one) => own.get(one) ?? []);
      const sum = (which: keyof Used) => counts.reduce((all, count) => all + count[which], 0);
      return counts.length === 0 ? null : { given: sum('given'), before: sum('before') };
    };
  }, [usage.part.value, nodes]);
  const fold = (id: string, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const again = () => {
    library.again();
    usage.again();
    if (old) archived.again();
  };
  const close = () => go('');
  const opened = useRef(of);
  useLayoutEffect(() => {
    // Whoever closes a tag goes on where they opened it, which a narrow page shows only now.
    if (of === '' && opened.current !== '') document.querySelector<HTMLElement>('.tree tr[tabindex="0"]')?.focus();
    opened.current = of;
  }, [of]);
  const tags = rows.filter(({ node }) => node.kind === 'tag').length;
  return (
    <div class={of === '' ? 'beside' : 'beside opened'}>
      <Section id="tree" title={words.tree} part={library.part} view={view} retry={library.again}>
        {() => (
          <>
            <div class="row tools">
              <SearchBox {...{ view, word, setWord }} label={words.findTag} list=".tree tr[tabindex='0']" />
              <label class="check">
                <input type="checkbox" checked={old} onChange={(event) => setOld(event.currentTarget.checked)} />{' '}
                {words.showArchived}
              </label>
              <span class="sub" role="status">
                {words.tags(tags)}
              </span>
            </div>
            {!view.manages && <p class="sub">{words.onlyManagersEdit}</p>}
            {rows.length === 0 ? (
              <p class="sub">{words.noTag}</p>
            ) : (
              <TreeGrid
                key={word}
                {...{ rows, view, fold }}
                start={bestOf(rows, word, view)}
                usedOf={used}
                selected={of}
                open={go}
              />
            )}
          </>
        )}
      </Section>
      {of !== '' && <Details key={of} id={of} {...{ view, tell, close }} changed={again} />}
    </div>
  );
};
