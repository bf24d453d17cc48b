import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from './view.ts';

/** The keys of the page, and a switch for whoever wants none. */
export const Help = ({
  view,
  on,
  setOn,
  close,
}: {
  view: View;
  on: boolean;
  setOn: (on: boolean) => void;
  close: () => void;
}) => {
  const { words } = view;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <section
      class="card help"
      aria-labelledby="help"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <h2 id="help">{words.keys}</h2>
      <dl class="facts">
        {words.keyList.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} /> {words.keysOn}
      </label>
      <button type="button" ref={button} onClick={close}>
        {words.close}
      </button>
    </section>
  );
};
