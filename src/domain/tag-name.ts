/** Zero-width, direction and other marks that print nothing; variation selectors of emoji among them. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** As above, but a joiner or a variation selector behind an emoji is part of what is seen. */
const INVISIBLE_OUTSIDE_EMOJI =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The longest name, in characters as people count them. */
export const NAME_LENGTH = 32;

/** A name as it is stored: NFKC, trimmed, single spaces, nothing invisible except inside emoji. */
export function cleanName(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE_OUTSIDE_EMOJI, '').replace(/\s+/gu, ' ').trim();
}

/** Why a cleaned name cannot be used, or null. */
export function nameFault(name: string): 'empty' | 'long' | 'control' | null {
  if (nameKey(name) === '') return 'empty';
  if (/\p{Cc}/u.test(name)) return 'control';
  // A character of many code units is legal (family emoji), a text of them is not: bound the work before counting.
  if (name.length > NAME_LENGTH * 16) return 'long';
  return [...GRAPHEMES.segment(name)].length > NAME_LENGTH ? 'long' : null;
}

/** What two spellings of one name share: width, case, outer spaces and invisible marks are folded. Idempotent. */
export function nameKey(name: string): string {
  let key = name;
  for (let round = 0; round < 4; round += 1) {
    const folded = fold(key);
    if (folded === key) break;
    key = folded;
  }
  return key;
}

/** One round; removing a mark can bring two characters together that compose, hence the rounds above. */
function fold(text: string): string {
  const visible = text.normalize('NFKC').replace(INVISIBLE, '');
  // Upper before lower folds ß with SS and final sigma with sigma, which lower case alone keeps apart.
  const lower = visible.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('\u0307', '');
  return lower.replace(/\s+/gu, ' ').trim().normalize('NFKC');
}
