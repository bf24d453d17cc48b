import { CUE, type Cue } from './cue.ts';

/** 好不好, 贵不贵, 需要不需要: the same word on both sides of 不, 没 or 唔 asks, unless the word before is itself negated (不要不要). */
function asks(text: string, cue: Cue): boolean {
  const negator = text[cue.from];
  if (negator !== '不' && negator !== '没' && negator !== '唔') return false;
  const at = cue.from;
  if (at >= 1 && text[at - 1] === text[at + 1]) return text[at - 2] !== '不' && text[at - 2] !== '别';
  return at >= 2 && text.slice(at - 2, at) === text.slice(at + 1, at + 3);
}

/** Of cues that overlap, the one that begins first wins, then the longest. Gives them in order of place. */
export function pickCues(text: string, found: readonly Cue[]): Cue[] {
  const ordered = found.length < 2 ? found : [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  const picked: Cue[] = [];
  let end = 0;
  for (const cue of ordered) {
    if (cue.from < end) continue;
    picked.push(asks(text, cue) ? { kinds: CUE.ask, from: cue.from, to: cue.to } : cue);
    end = cue.to;
  }
  return picked;
}
