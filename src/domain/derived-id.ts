import { nameKey } from './tag-name.ts';

/** 53 bits of a text (cyrb53), as digits and letters: enough to tell the names of a catalogue apart. */
const digest = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
};

/**
 * The id of something that was given a name only: the same for every spelling of the name, on every machine. Plain letters and digits
 * are their own id; of any other name its Latin part stays readable.
 */
export const derivedId = (name: string): string => {
  const key = nameKey(name);
  if (/^[a-z0-9]{1,32}$/.test(key)) return key;
  const readable = key
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 24)
    .replace(/^_|_$/g, '');
  return readable === '' ? digest(key) : `${readable}_${digest(key)}`;
};
