import { type SeededRandom, seededRandom } from './seeded-random.ts';

export const DISGUISES = ['plain', 'fours', 'dashes', 'full-width', 'zero-width', 'circled', 'mixed', 'embedded'] as const;
export type Disguise = (typeof DISGUISES)[number];

/** A valid number as a customer might write it. `text` is a message that holds `written`, which stands for `plain`. */
export interface PlantedNumber {
  kind: 'id' | 'card';
  plain: string;
  disguise: Disguise;
  written: string;
  text: string;
}

const DISTRICTS = ['110101', '130203', '210102', '310115', '320106', '330106', '350203', '370202', '410105', '420106', '440305'];
const MORE_DISTRICTS = [
  '440106',
  '450103',
  '500112',
  '510107',
  '522301',
  '530102',
  '610113',
  '654321',
  '810000',
  '820000',
  '830000',
];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PREFIXES: readonly (readonly [string, readonly number[]])[] = [
  ['62', [16, 17, 18, 19]],
  ['622848', [19]],
  ['621700', [19]],
  ['625', [16]],
  ['955880', [19]],
  ['4', [16]],
  ['53', [16]],
  ['2345', [16]],
  ['3530', [16]],
  ['6011', [16]],
  ['37', [15]],
];
const CIRCLED = ['⓪①②③④⑤⑥⑦⑧⑨', '⓿❶❷❸❹❺❻❼❽❾', '🄋➀➁➂➃➄➅➆➇➈'].map((ten) => [...ten]);
const OTHER_TENS = ['⁰¹²³⁴⁵⁶⁷⁸⁹', '٠١٢٣٤٥٦٧٨٩', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', '०१२३४५६७८९'].map((ten) => [...ten]);
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202a'];
const TEMPLATES = [
  '我的号码是 #，麻烦登记一下',
  '请看：#',
  '#',
  '姓名王小明，号码 #。电话 13800138000',
  'Please note # for me, thanks',
  '2026-03-01 发的 # 收到了吗？',
  '(#)',
];
const EMBEDDED = ['麻烦帮我登记#谢谢', '我是#你查一下', '把钱打到#就行', '号码#姓名李雷', '用这个#付吧'];

/** Makes valid ID and bank-card numbers in all disguises in turn, the same ones for the same seed. */
export function plantedNumbers({ seed, count }: { seed: number; count: number }): PlantedNumber[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const kind = random.below(2) === 0 ? 'id' : 'card';
    const disguise = DISGUISES[at % DISGUISES.length] as Disguise;
    const plain = kind === 'id' ? idNumber(random) : cardNumber(random);
    const written = WRITERS[disguise](plain, random);
    const template = random.pick(disguise === 'embedded' ? EMBEDDED : TEMPLATES);
    return { kind, plain, disguise, written, text: template.replace('#', () => written) };
  });
}

/** A valid ID number of eighteen digits. */
export function idNumber(random: SeededRandom): string {
  const born = new Date(Date.UTC(random.between(1935, 2025), random.below(12), random.between(1, 31)));
  const date = born.toISOString().slice(0, 10).replaceAll('-', '');
  const first = random.pick([...DISTRICTS, ...MORE_DISTRICTS]) + date + random.digits(3);
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return first + '10X98765432'[sum % 11];
}

/** A number of fifteen to nineteen digits of a real brand's range that passes Luhn. */
export function cardNumber(random: SeededRandom): string {
  const [prefix, lengths] = random.pick(PREFIXES);
  const body = prefix + random.digits(random.pick(lengths) - prefix.length - 1);
  const last = [...'0123456789'].find((digit) => passesLuhn(body + digit));
  return body + last;
}

function passesLuhn(number: string): boolean {
  const doubled = [...number].reverse().map((digit, at) => Number(digit) * (at % 2 === 1 ? 2 : 1));
  return doubled.map((value) => (value > 9 ? value - 9 : value)).reduce((a, b) => a + b, 0) % 10 === 0;
}

const fours = (plain: string, separator: string) => (plain.match(/.{1,4}/g) ?? []).join(separator);
const signs = (plain: string, ten: readonly string[]) => plain.replace(/\d/g, (digit) => ten[Number(digit)] as string);

const WRITERS: Record<Disguise, (plain: string, random: SeededRandom) => string> = {
  plain: (plain) => plain,
  fours: (plain, random) => fours(plain, random.pick([' ', ' ', '\u3000', '\u00a0', '  '])),
  dashes: (plain, random) => fours(plain, random.pick(['-', '–', '－', '—', ' - '])),
  'full-width': (plain) => plain.replace(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'zero-width': (plain, random) =>
    [...plain].map((sign, at) => (at > 0 && random.below(3) === 0 ? random.pick(INVISIBLE) : '') + sign).join(''),
  circled: (plain, random) => signs(plain, random.pick([...CIRCLED, ...OTHER_TENS])),
  mixed: (plain, random) =>
    [...plain]
      .map((sign, at) => (at > 0 && random.below(3) === 0 ? random.pick(['.', '·', '-', ' ', '_', '/', '。']) : '') + sign)
      .join(''),
  embedded: (plain, random) => plain.replace('X', random.pick(['X', 'x', 'ｘ', 'Ｘ', 'х'])),
};
