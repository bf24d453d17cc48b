import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChoicesAnswer } from '../../../domain/choices-answer.ts';
import { type Choice, choicesFor } from './choices.ts';
import { isComposing } from './composing.ts';
import type { View } from './view.ts';

const Row = ({ choice, view }: { choice: Choice; view: View }) => (
  <>
    <span class="dot" style={{ '--tag': choice.colour }} aria-hidden="true" /> {view.nameOf(choice.id, choice.name)}{' '}
    <small class="sub">
      {choice.group && view.groupName(choice.group.name)}
      {choice.own !== undefined && ` · ${view.words.often}`}
      {choice.restricted && ` · ${view.words.restricted}`}
    </small>
  </>
);

/** How the group of the tag under the cursor is used, and that the tag is not theirs to set. */
const Note = ({ id, choice, view }: { id: string; choice: Choice | undefined; view: View }) => (
  <p class="sub" id={id}>
    {choice?.restricted && `${view.words.restrictedHint} `}
    {choice?.group?.note && `${view.groupName(choice.group.name)}${view.words.colon}${choice.group.note}`}
  </p>
);

/** Finds a tag by its name and adds it; all by the keyboard, also while an input method composes. */
export const Picker = ({
  choices,
  carried,
  view,
  open,
  setOpen,
  add,
}: {
  choices: ChoicesAnswer;
  carried: ReadonlySet<string>;
  view: View;
  open: boolean;
  setOpen: (open: boolean) => void;
  add: (choice: Choice) => void;
}) => {
  const [word, setWord] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { words } = view;
  const list = useMemo(() => (open ? choicesFor(choices, carried, word, view) : []), [open, choices, carried, word, view]);
  useLayoutEffect(() => {
    if (open) input.current?.focus();
  }, [open]);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const close = () => {
    setOpen(false);
    setWord('');
    setAt(0);
    opener.current?.focus();
  };
  const take = (place: number) => {
    const choice = list[place];
    if (!choice) return;
    add(choice);
    close();
  };
  const type = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
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
      <button type="button" class="plain" ref={opener} aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
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
            aria-describedby={`${id}-note`}
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
            {list.map((choice, place) => (
              <div
                key={choice.id}
                role="option"
                tabIndex={-1}
                id={`${id}-${place}`}
                aria-selected={place === at}
                onPointerMove={() => setAt(place)}
                // A finger that begins to scroll chooses nothing; a mouse leaves the focus where it is.
                onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}
                onPointerUp={(event) => event.button === 0 && take(place)}
              >
                <Row choice={choice} view={view} />
              </div>
            ))}
          </div>
          {list.length === 0 ? <p class="sub">{words.noSuchTag}</p> : <Note id={`${id}-note`} choice={list[at]} view={view} />}
        </div>
      )}
    </div>
  );
};
