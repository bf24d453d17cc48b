import { nameKey } from './tag-name.ts';

/**
 * Letters with the characters that are drawn like them and that no normalisation form brings to them: Cyrillic, Greek,
 * Cherokee and Lisu letters, small capitals, strokes, and one Chinese character with its other regional forms. Both cases
 * stand here because folding the case first would part Ν from N and bring ν to it.
 */
const DRAWN_ALIKE: Record<string, string> = {
  a: 'аАαΑᴀɑᎪꓮ',
  b: 'ВвΒβʙᏴꓐЬь',
  c: 'сСϲϹᴄⲥᏟꓚ',
  d: 'ԁᴅᎠꓓ',
  e: 'еЕεΕᴇɛᎬꓰ',
  f: 'ϜꜰꓝƑƒ',
  g: 'ɡɢᏀԌꓖ',
  h: 'НнΗʜһҺᎻꓧ',
  i: 'іІΙιɩɪᎥꓲıӀӏ丨〡ᅵㅣ|¦ǀ∣Ⲓⲓاꟾ',
  j: 'јЈᴊᎫꓙϳ',
  k: 'кКκΚᴋᏦꓗ',
  l: 'ʟᏞꓡ',
  m: 'мМΜᴍᎷꓟ',
  n: 'Νηɴꓠ',
  o: 'оОοΟσᴏꓳօՕ〇○◯',
  p: 'рРρΡᴘᏢꓑ',
  q: 'ԛԚ',
  r: 'гʀᎡꓣ',
  s: 'ѕЅꜱᏚꓢ',
  t: 'тТτΤᴛᎢꓔ',
  u: 'υᴜꓴսՍ',
  v: 'νѵѴᴠᏙꓦ∨⋁٧',
  w: 'ԝԜᴡᎳꓪω',
  x: 'хХχΧꓫ×',
  y: 'уУγΥʏүҮᎩꓬ',
  z: 'ΖᴢᏃꓜ',
  户: '戶戸',
};

const LATIN = new Map(Object.entries(DRAWN_ALIKE).flatMap(([latin, alike]) => [...alike].map((one) => [one, latin] as const)));

/** Letter blocks of symbols without a decomposition: regional indicators, negative circled, negative squared. */
const SYMBOL_ALPHABETS = [0x1f1e6, 0x1f150, 0x1f170];

const letterOf = (char: string): string => {
  const point = char.codePointAt(0) ?? 0;
  const start = SYMBOL_ALPHABETS.find((first) => point >= first && point < first + 26);
  return start === undefined ? (LATIN.get(char) ?? char) : String.fromCharCode(0x61 + point - start);
};

/**
 * What two names share that a reader can take for each other: besides `nameKey`, marks, spaces and punctuation are
 * dropped, look-alike letters are one, and so are I, l and 1, and O and 0.
 */
export function confusableKey(name: string): string {
  const bare = name.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  const drawn = nameKey([...bare].map(letterOf).join(''));
  return drawn
    .replace(/[\p{P}\p{Z}]/gu, '')
    .replace(/[il1]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm');
}
