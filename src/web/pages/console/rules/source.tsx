import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hits } from '../../../../domain/usage.ts';
import { Refused } from '../../parts/ask.ts';
import type { Toasted } from '../../parts/toast.tsx';
import type { View } from '../view.ts';
import { Carried } from './carried.tsx';

/** How often, with what people made of it. */
const Times = ({ source, view }: { source: Hits; view: View }) => {
  const { words, number } = view;
  const { given, rejected, confirmed, countable, tasks, before } = source;
  if (!countable) return <span class="sub">{words.uncounted}</span>;
  return (
    <>
      {given === 0 ? <span class="none">{words.silent}</span> : <b>{words.times(number(given))}</b>}
      <span class="sub">
        {[
          before > 0 && words.earlier(number(before)),
          tasks > 0 && words.tasks(number(tasks)),
          rejected > 0 && words.rejected(number(rejected)),
          confirmed !== null && confirmed > 0 && words.confirmed(number(confirmed)),
        ]
          .filter((text) => text !== false)
          .map((text) => ` · ${text}`)
          .join('')}
      </span>
    </>
  );
};

/** Switches a rule; one tap takes it back. */
const Switch = ({
  source,
  view,
  tell,
  changed,
}: {
  source: Hits;
  view: View;
  tell: (toast: Toasted) => void;
  changed: () => void;
}) => {
  const [busy, setBusy] = useState(false);
  const { words } = view;
  const turn = async (mode: 'on' | 'off', back: boolean): Promise<void> => {
    setBusy(true);
    try {
      await view.ask.post(`/rules/${encodeURIComponent(source.id)}`, { mode });
      const undo = { label: words.undo, run: () => void turn(mode === 'on' ? 'off' : 'on', true) };
      tell({ text: words.switched[mode](source.name), ...(back ? {} : { action: undo }) });
      changed();
    } catch (error) {
      tell({ text: error instanceof Refused && error.status !== 0 ? error.message : words.noAnswer });
    }
    setBusy(false);
  };
  const on = source.mode === 'on';
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={words.switchOf(source.name)}
      disabled={busy}
      onClick={() => void turn(on ? 'off' : 'on', false)}
    >
      {on ? words.on : words.off}
    </button>
  );
};

/** A rule, a topic of keywords or an intent. Opened it says what it does and who carries its tags because of it. */
export const Source = ({
  source,
  view,
  tell,
  open,
  turn,
  changed,
}: {
  source: Hits;
  view: View;
  tell: (toast: Toasted) => void;
  open: boolean;
  turn: () => void;
  changed: () => void;
}) => {
  const { words } = view;
  const item = useRef<HTMLLIElement>(null);
  const first = useRef(open);
  useEffect(() => {
    // Whoever came by a link sees what it leads to.
    if (first.current) item.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <li ref={item} class={source.mode === 'off' ? 'off' : undefined}>
      <div class="head">
        <button type="button" class="plain" aria-expanded={open} onClick={turn}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> <bdi>{source.name}</bdi> <small>{words.by[source.kind]}</small>
        </button>
        <span class="times">
          <Times {...{ source, view }} />
        </span>
        {source.kind === 'rule' && view.manages ? (
          <Switch {...{ source, view, tell, changed }} />
        ) : (
          <span class="sub">{source.mode === 'on' ? words.on : words.off}</span>
        )}
      </div>
      <p class="does">{source.does || words.intentDoes(source.tags.map(view.tagName))}</p>
      {open && <Carried source={source} view={view} />}
    </li>
  );
};
