import { useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from './composing.ts';
import type { View } from './view.ts';

/** The keys of the page. `dialog` itself is younger than the browsers of some chats, so focus is kept inside by hand: there is one button. */
export const Help = ({ view, close }: { view: View; close: () => void }) => {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { words } = view;
  return (
    <div class="veil">
      <div
        class="card help"
        role="dialog"
        aria-modal="true"
        aria-labelledby="help"
        onKeyDown={(event) => {
          if (isComposing(event) || !['Escape', 'Tab', '?'].includes(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key !== 'Tab') close();
        }}
      >
        <h2 id="help">{words.keys}</h2>
        <dl class="facts">
          {Object.entries(words.keysDo).map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button type="button" ref={button} onClick={close}>
          {words.close}
        </button>
      </div>
    </div>
  );
};
