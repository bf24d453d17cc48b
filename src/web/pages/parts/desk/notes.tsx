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

/** Words with those marked on which tags rest; where marks overlap, the first of them counts. Offsets are UTF-16 units. */
export const Marked = ({ text, notes }: { text: string; notes: readonly Note[] }) => {
  const spans = notes.flatMap(({ span }) => (span && span[1] > span[0] ? [span] : [])).sort(([a], [b]) => a - b);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at || to > text.length) continue;
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
