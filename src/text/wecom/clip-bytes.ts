import { clip } from '../clip.ts';

const encoder = new TextEncoder();

/** As much of a text as `most` bytes in UTF-8 take. */
export const clipBytes = (text: string, most: number): string => clip(text, most, (part) => encoder.encode(part).length);
