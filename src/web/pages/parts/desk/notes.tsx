import type { ComponentChildren } from 'preact';
import type { TagAnswer, TagsAnswer } from '../../../../domain/answers.ts';

/** A tag that rests on a message, and on which of its words. */
export interface Note {
  id: string;
  name: string;
  colour: string;
  suggested: boolean;
  span: [number, number] | null;
}

/** Message → the tags that rest on it. */
export const notesOf = (doc: TagsAnswer | null, nameOf: (tag: TagAnswer) => string): Map<string, Note[]> => {
  const notes = new Map<string, Note[]>();
  const add = (tag: TagAnswer, suggested: boolean) => {
    for (const { message, span } of tag.causes.flatMap(({ evidence }) => evidence)) {
      const held = notes.get(message) ?? [];
      if (held.some(({ id }) => id === tag.id)) continue;
      notes.set(message, [...held, { id: tag.id, name: nameOf(tag), colour: tag.colour, suggested, span }]);
    }
  };
  for (const tag of doc?.tags ?? []) add(tag, false);
  for (const tag of doc?.suggested ?? []) add(tag, true);
  return notes;
};

/** The marks of all tags as parts of the text that do not overlap, in order. */
const merged = (notes: readonly Note[], length: number): [number, number][] => {
  const spans = notes
    .flatMap(({ span }) => (span && span[1] > span[0] && span[1] <= length ? [span] : []))
    .sort(([a], [b]) => a - b);
  const marks: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = marks[marks.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
};

/** Words with those marked on which tags rest. Offsets are UTF-16 units, as the bot counts them. */
export const Marked = ({ text, notes }: { text: string; notes: readonly Note[] }) => {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [from, to] of merged(notes, text.length)) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
};

/** The tags that rest on a message, below it. */
export const Notes = ({ notes, words }: { notes: readonly Note[]; words: { fromThis: string; asked: string } }) => (
  <ul class="notes" aria-label={words.fromThis}>
    {notes.map(({ id, name, colour, suggested }) => (
      <li key={id} class={suggested ? 'note asked' : 'note'} style={{ '--tag': colour }}>
        {name}
        {suggested && ` · ${words.asked}`}
      </li>
    ))}
  </ul>
);
