import type { KeptEvent } from '../domain/event.ts';
import type { Matcher } from '../match/matcher.ts';

/** The words of an event: a message's own, or the new ones of an edit. Forwarded text is nobody's. */
const wordsOf = ({ body }: KeptEvent): string | null => {
  if (body.kind === 'message') return body.forwarded ? null : body.text;
  return body.kind === 'fact' && body.name === 'edit' ? String(body.data['text']) : null;
};

/**
 * Notes in an event what the matcher says of its words. It is read before it is kept, so that applying it, now or after a crash,
 * needs one mark and no rewriting; the matcher takes a fraction of what the disk does.
 */
export const readWords = (event: KeptEvent, matcher: Matcher): KeptEvent => {
  const words = wordsOf(event);
  return words === null ? event : { ...event, reading: matcher.read(words, event.from === 'agent' ? 'staff' : 'customer') };
};
