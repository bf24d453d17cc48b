import { useState } from 'preact/hooks';
import type { Hits, HitsAnswer } from '../../../../domain/usage.ts';
import { Section } from '../../parts/section.tsx';
import type { Toasted } from '../../parts/toast.tsx';
import { arrows } from '../keys.ts';
import { SearchBox } from '../search-box.tsx';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { Source } from './source.tsx';

const KINDS = ['all', 'rule', 'pack', 'intent'] as const;
type Kind = (typeof KINDS)[number];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const wanted = (sources: readonly Hits[], kind: Kind, word: string, silent: boolean): Hits[] =>
  sources.filter(
    (source) =>
      (kind === 'all' || source.kind === kind) &&
      (!silent || (source.countable && source.given === 0)) &&
      fold(`${source.name} ${source.id} ${source.does}`).includes(fold(word.trim())),
  );

/** What gives tags by itself, by what came of it in 30 days; what gave nothing stands at the end and says so. */
export const Rules = ({
  view,
  of,
  tell,
  go,
}: {
  view: View;
  of: string;
  tell: (toast: Toasted) => void;
  go: (source: string) => void;
}) => {
  const { part, again } = useAsked<HitsAnswer>(view.ask, '/hits');
  const [kind, setKind] = useState<Kind>('all');
  const [word, setWord] = useState('');
  const [silent, setSilent] = useState(false);
  const { words } = view;
  return (
    <Section id="rules" title={words.rulesHead} {...{ part, view }} retry={again}>
      {({ sources }) => {
        const shown = wanted(sources, kind, word, silent);
        return (
          <>
            <div class="row tools">
              <SearchBox {...{ view, word, setWord }} label={words.findRule} list=".sources button[aria-expanded]" />
              <select
                aria-label={words.kind}
                value={kind}
                onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'all')}
              >
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {one === 'all' ? words.allKinds : words.by[one]}
                  </option>
                ))}
              </select>
              <label class="check">
                <input type="checkbox" checked={silent} onChange={(event) => setSilent(event.currentTarget.checked)} />{' '}
                {words.onlySilent}
              </label>
              <span class="sub" role="status">
                {words.entries(shown.length)}
              </span>
            </div>
            {!view.manages && <p class="sub">{words.onlyManagersSwitch}</p>}
            {shown.length === 0 && <p class="sub">{words.noRule}</p>}
            <ul class="sources" onKeyDown={(event) => arrows(event, event.currentTarget, 'button[aria-expanded]')}>
              {shown.map((source) => {
                const key = `${source.kind}:${source.id}`;
                const open = of === key;
                return <Source key={key} {...{ source, view, tell, open }} turn={() => go(open ? '' : key)} changed={again} />;
              })}
            </ul>
          </>
        );
      }}
    </Section>
  );
};
