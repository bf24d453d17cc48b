import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';

/**
 * Marks that one author writes curled, another straight, and a third in the Chinese form, and characters that OpenCC changes only inside
 * phrases: a reader takes each for the same.
 */
const SAME: Record<string, string> = {
  '。': '.',
  '、': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '〜': '~',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  著: '着',
  瞭: '了',
  妳: '你',
  牠: '它',
};

/** One unit of UTF-16 to one unit; `slow` are the units whose reading hangs on more than themselves. */
export interface FoldData {
  unicode: string;
  from: string;
  to: string;
  slow: [number, number][];
}

const t2s = Converter({ from: 't', to: 'cn' });

function foldOnce(text: string): string {
  const compatible = text.normalize('NFKC').toLowerCase();
  const simple = t2s(compatible).normalize('NFKC');
  // A rare character whose simplified form lies beyond 16 bits stays as it is: nobody writes either form in a chat.
  const folded = simple.length > compatible.length ? compatible : simple;
  return folded.length === 1 ? (SAME[folded] ?? folded) : folded;
}

/** Folds until nothing changes, so that folding twice is folding once. */
function fold(text: string): string {
  let now = text;
  for (let i = 0; i < 5; i++) {
    const next = foldOnce(now);
    if (next === now) break;
    now = next;
  }
  return now;
}

/** High surrogates with a character beneath them that NFKC or lower case changes: 𝐀, 🄰, compatibility ideographs. */
function slowSurrogates(): Set<number> {
  const slow = new Set<number>();
  for (let point = 0x10000; point < 0x110000; point++) {
    const char = String.fromCodePoint(point);
    if (/^[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(char) || char.normalize('NFKC').toLowerCase() !== char) {
      slow.add(char.charCodeAt(0));
    }
  }
  return slow;
}

/** A unit that vanishes, joins its neighbour or becomes several cannot be read by itself. */
function hangsOnMore(unit: number): boolean {
  const char = String.fromCharCode(unit);
  if (/^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(char)) return true;
  if (unit >= 0x1100 && unit <= 0x11ff) return true;
  if (unit === 0xff9e || unit === 0xff9f) return true;
  return fold(char).length !== 1;
}

/** Computes the table of `src/match/fold-table.ts` from opencc-js and the Unicode data of the running Node. */
export function buildFoldData(): FoldData {
  const surrogates = slowSurrogates();
  const data: FoldData = { unicode: process.versions['unicode'] ?? '', from: '', to: '', slow: [] };
  for (let unit = 0; unit < 0x10000; unit++) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (surrogate ? surrogates.has(unit) : hangsOnMore(unit)) {
      const last = data.slow.at(-1);
      if (last && last[1] === unit - 1) last[1] = unit;
      else data.slow.push([unit, unit]);
    } else if (!surrogate) {
      const char = String.fromCharCode(unit);
      const folded = fold(char);
      if (folded !== char) {
        data.from += char;
        data.to += folded;
      }
    }
  }
  return data;
}

const printable = (char: string) =>
  /[\p{L}\p{N}]/u.test(char) && !/\p{M}/u.test(char) ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function pairLines(data: FoldData): string {
  const lines: string[] = [];
  for (let i = 0; i < data.from.length; i += 40) {
    let line = '';
    for (let k = i; k < Math.min(i + 40, data.from.length); k++) line += printable(data.from[k] ?? '') + printable(data.to[k] ?? '');
    lines.push(`  '${line}'`);
  }
  return lines.join(' +\n');
}

function slowLines(data: FoldData): string {
  const words = data.slow.map(([a, b]) => (a === b ? a.toString(16) : `${a.toString(16)}-${b.toString(16)}`));
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += 12) lines.push(`  '${words.slice(i, i + 12).join(' ')}${i + 12 < words.length ? ' ' : ''}'`);
  return lines.join(' +\n');
}

/** The text of `src/match/fold-table.ts`. */
export function renderFoldTable(data: FoldData): string {
  return `// Written by keywords/dict/build-fold-table.ts from opencc-js (Apache-2.0) and Unicode; never edited by hand.

/** The version of Unicode that the table was made with. */
export const FOLD_UNICODE = '${data.unicode}';

/** Pairs: a unit, then what it folds to. */
export const FOLD_PAIRS =
${pairLines(data)};

/** Ranges of units (hexadecimal) whose reading hangs on more than themselves. */
export const SLOW_UNITS =
${slowLines(data)};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../src/match/fold-table.ts', import.meta.url), renderFoldTable(buildFoldData()));
}
