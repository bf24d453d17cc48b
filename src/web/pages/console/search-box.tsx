import type { View } from './view.ts';

/** Looks through what is on the screen while somebody types; the arrow down leads into the list, Escape empties it. */
export const SearchBox = ({
  view,
  label,
  word,
  setWord,
  list,
}: {
  view: View;
  label: string;
  word: string;
  setWord: (word: string) => void;
  /** Where the arrow down leads. */
  list: string;
}) => (
  <input
    type="search"
    data-search
    lang={view.lang}
    aria-label={label}
    placeholder={label}
    value={word}
    onInput={(event) => setWord(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') setWord('');
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      document.querySelector<HTMLElement>(list)?.focus();
    }}
  />
);
