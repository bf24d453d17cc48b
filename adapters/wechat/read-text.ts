/** Own words, and the lines of somebody else that they answer. */
export interface ReadText {
  text: string;
  quote: string | null;
}

/** How WeChat writes an answer to a message: 「Name：their words」, a line of dashes, own words. */
const QUOTED = /^「[^\n：:]{0,100}[：:]\s?([\s\S]*?)」\n(?:-\s?){5,}\n([\s\S]*)$/;

/** What a message says, apart from what it quotes. */
export const readText = (raw: string): ReadText => {
  const [, quote, own] = QUOTED.exec(raw) ?? [];
  return quote === undefined || own === undefined ? { text: raw.trim(), quote: null } : { text: own.trim(), quote: quote.trim() };
};

/** A name behind @ at the beginning; WeChat sets a blank of its own behind it. */
const MENTION = /^@[^\s\u2005]+[\s\u2005]+/;

/** The words behind a mention at their beginning. */
export const withoutMention = (text: string): string => text.replace(MENTION, '').trim();
