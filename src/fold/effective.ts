import type { FactBody, KeptEvent } from '../domain/event.ts';
import { importOf } from '../domain/import-run.ts';
import type { Reading } from '../domain/reading.ts';

/** An event as it counts now: recalls, edits and undone commands taken into account. */
export interface Turn {
  event: KeptEvent;
  /** What the matcher said of its words; null without words. */
  reading: Reading | null;
  /** The event that has the words. */
  words: string;
  /** Whether it is a message that was taken back. */
  recalled: boolean;
  /** Whether it comes now: what was accepted once is not asked again whether there is room for it. */
  asked: boolean;
}

/** An event that nothing has recalled, edited or undone. */
export const asItCame = (event: KeptEvent): Turn => ({
  event,
  reading: event.reading ?? null,
  words: event._id,
  recalled: false,
  asked: true,
});

/** The event with what is said in it now: nothing where it was recalled, the new words where it was edited. */
export const asItStands = ({ event, reading, words, recalled }: Turn): KeptEvent => {
  if (words === event._id && !recalled) return event;
  const { reading: _, ...without } = event;
  return reading === null ? without : { ...without, reading };
};

/** Recalls, edits and undos reach back: they change what an earlier event says. */
export const reachesBack = ({ body }: KeptEvent): boolean =>
  body.kind === 'fact' ? body.name === 'recall' || body.name === 'edit' : body.kind === 'command' && body.undo !== null;

/** The id of what a recall, edit or undo means. */
const aimOf = ({ body }: KeptEvent): string | null =>
  body.kind === 'fact' ? String(body.data['message']) : body.kind === 'command' ? body.undo : null;

/** What was recalled, edited or undone and is not among the events (yet): when it comes, it comes changed. */
export const aimless = (events: readonly KeptEvent[]): string[] => {
  const there = new Set(events.flatMap(({ _id, message }) => [_id, message, importOf(_id) ?? _id]));
  return [...new Set(events.filter(reachesBack).flatMap((event) => aimOf(event) ?? []))].filter((aim) => !there.has(aim)).sort();
};

const changed = (events: readonly KeptEvent[], name: 'recall' | 'edit'): KeptEvent[] =>
  events.filter(({ body }) => body.kind === 'fact' && body.name === name);

/** A recall or edit names its message by the platform's id; without a conversation, any of this customer's will do. */
const aimsAt = (later: KeptEvent, message: KeptEvent): boolean =>
  String((later.body as FactBody).data['message']) === message.message &&
  later.channel === message.channel &&
  later.account === message.account &&
  (later.conversation === '' || later.conversation === message.conversation);

/** What a row of an import says once it was taken back: nothing. The name stays of somebody who has no other. */
const emptied = (event: KeptEvent, named: boolean): KeptEvent[] => {
  if (event.body.kind !== 'import') return [];
  const body = { ...event.body, tags: [], fields: {}, owner: null, contacts: {} };
  return [{ ...event, name: named ? null : event.name, body }];
};

/**
 * One customer's events (in their order) as they count now. A recalled message stays an interaction without words, an edited
 * one is read anew in place of the old text, and an undone command is as though it had never been given. Of an
 * import that was undone nothing is left but whom it made.
 */
export const effective = (events: readonly KeptEvent[]): Turn[] => {
  const recalls = changed(events, 'recall');
  const edits = changed(events, 'edit').reverse();
  const undone = new Set(events.flatMap(({ body }) => (body.kind === 'command' && body.undo !== null ? [body.undo] : [])));
  const isUndone = ({ _id }: KeptEvent) => undone.has(importOf(_id) ?? '');
  const named = undone.size > 0 && events.some((event) => event.name !== null && !isUndone(event));
  return events.flatMap((event): Turn[] => {
    if (undone.size > 0 && isUndone(event)) return emptied(event, named).map((one) => ({ ...asItCame(one), asked: false }));
    if (event.body.kind === 'command' && undone.has(event._id)) return [];
    const was = { ...asItCame(event), asked: false };
    if (event.body.kind !== 'message') return [was];
    if (recalls.some((recall) => aimsAt(recall, event))) return [{ ...was, reading: null, recalled: true }];
    const edit = edits.find((one) => aimsAt(one, event));
    return [edit ? { ...was, reading: edit.reading ?? null, words: edit._id } : was];
  });
};
