import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryAnswer } from '../../../domain/answers.ts';
import type { View } from './view.ts';

type Node = LibraryAnswer['nodes'][number];

const MOST = 50;
/** Where a keyboard says that the key belongs to its input method: 229 (UI Events, keyCode of composition). */
const COMPOSING = 229;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Tags that can be added, those that many carry first. */
const choices = (library: LibraryAnswer, carried: ReadonlySet<string>, word: string, view: View): Node[] =>
  library.nodes
    .filter(
      ({ id, kind, name }) =>
        kind === 'tag' && !carried.has(id) && fold(`${name} ${view.nameOf(id, name)}`).includes(fold(word.trim())),
    )
    .sort((a, b) => b.customers - a.customers)
    .slice(0, MOST);

/** Finds a tag by its name and adds it; all by the keyboard, also while an input method composes. */
export const Picker = ({
  library,
  carried,
  view,
  add,
}: {
  library: LibraryAnswer;
  carried: ReadonlySet<string>;
  view: View;
  add: (id: string, name: string) => void;
}) => {
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { words } = view;
  const list = useMemo(() => (open ? choices(library, carried, word, view) : []), [open, library, carried, word, view]);
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    setWord('');
    setAt(0);
  };
  const take = (place: number) => {
    const node = list[place];
    if (!node) return;
    add(node.id, view.nameOf(node.id, node.name));
    close();
  };
  const type = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing || event.keyCode === COMPOSING) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt(Math.min(at + 1, list.length - 1)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Enter: () => take(at),
      Escape: close,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div class="picker">
      <button type="button" class="plain" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
        + {words.add}
      </button>
      {open && (
        <div>
          <input
            ref={input}
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={list[at] ? `${id}-${at}` : undefined}
            aria-label={words.addHint}
            placeholder={words.addHint}
            value={word}
            onInput={(event) => {
              setWord(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={type}
          />
          <div role="listbox" tabIndex={-1} class="choices" id={id} aria-label={words.add}>
            {list.map((node, place) => (
              <div
                key={node.id}
                role="option"
                tabIndex={-1}
                id={`${id}-${place}`}
                aria-selected={place === at}
                title={node.definition ?? ''}
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(place);
                }}
              >
                <span class="dot" style={{ '--tag': node.colour }} aria-hidden="true" /> {view.nameOf(node.id, node.name)}
                {node.restricted && <small> {words.restricted}</small>}
              </div>
            ))}
          </div>
          {list.length === 0 && <p class="sub">{words.noSuchTag}</p>}
        </div>
      )}
    </div>
  );
};
