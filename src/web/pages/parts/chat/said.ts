/** A message as the bot gives it; `text` is null where it was taken back. */
export interface Said {
  id: string;
  at: number;
  from: 'customer' | 'agent' | 'system';
  name: string | null;
  text: string | null;
}

/** A message that the bot has not taken yet; `tried`: it was sent in vain; `reason`: it never will be taken, and why. */
export interface Unsent {
  id: string;
  text: string;
  at: number;
  tried: boolean;
  reason: string | null;
}

/** One message more, in its place; the same one again changes nothing. */
export const withSaid = (messages: readonly Said[], said: Said): Said[] =>
  messages.some(({ id }) => id === said.id) ? [...messages] : [...messages, said].sort((a, b) => a.at - b.at);

/** A message that was taken back keeps its place and loses its words. */
export const withoutWords = (messages: readonly Said[], gone: string): Said[] =>
  messages.map((one) => (one.id === gone ? { ...one, text: null } : one));

/** What the bot says now, and what it took meanwhile: nothing that was said ever goes, so an answer that comes late takes nothing away. */
export const withAll = (messages: readonly Said[], now: readonly Said[]): Said[] => {
  const known = new Set(now.map(({ id }) => id));
  return [...now, ...messages.filter(({ id }) => !known.has(id))].sort((a, b) => a.at - b.at);
};
