import { stripVTControlCharacters } from 'node:util';

/** Left alone: joiners inside emoji and Persian, and the tag letters that make flags. */
const NEEDED = /\u200C|\u200D|[\u{E0020}-\u{E007F}]/u;

/**
 * Text of strangers made safe for a terminal, on one line: no escape sequences, no control or direction characters, nothing
 * that takes no room. Line breaks and tabs become spaces.
 */
export const printable = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (NEEDED.test(sign) ? sign : ''))
    .replace(/\p{Cs}/gu, '\uFFFD');
