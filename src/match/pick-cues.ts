import { CUE, type Cue } from './cue.ts';
import { sortByPlace } from './sort-by-place.ts';

const [NOT, NOT_YET, NOT_CANTONESE] = [...'不没唔'].map((char) => char.charCodeAt(0));

/** 好不好, 贵不贵, 需要不需要: the same word on both sides of 不, 没 or 唔 asks, unless the word before is itself negated (不要不要). */
function asks(text: string, cue: Cue): boolean {
  const at = cue.from;
  const negator = text.charCodeAt(at);
  if (negator !== NOT && negator !== NOT_YET && negator !== NOT_CANTONESE) return false;
  if (at >= 1 && text[at - 1] === text[at + 1]) return text[at - 2] !== '不' && text[at - 2] !== '别';
  return at >= 2 && text.slice(at - 2, at) === text.slice(at + 1, at + 3);
}

/** Of cues that overlap, the one that begins first wins, then the longest. Gives them in order of place; puts the given ones in order. */
export function pickCues(text: string, found: Cue[]): Cue[] {
  const picked: Cue[] = [];
  let end = 0;
  for (const cue of sortByPlace(found)) {
    if (cue.from < end) continue;
    picked.push(asks(text, cue) ? { kinds: CUE.ask, from: cue.from, to: cue.to } : cue);
    end = cue.to;
  }
  return picked;
}
