import type { SeededRandom } from './seeded-random.ts';

/** A number of so many digits, the first one not zero. */
export function randomNumber(random: SeededRandom, length: number): string {
  return random.between(1, 9) + random.digits(length - 1);
}

const two = (number: number) => String(number).padStart(2, '0');
const day = (random: SeededRandom) => `20${random.between(20, 29)}${two(random.between(1, 12))}${two(random.between(1, 28))}`;
const time = (random: SeededRandom) => two(random.below(24)) + two(random.below(60)) + two(random.below(60));

/** Forms in which shops, carriers and payment services of the mainland and beyond number things. */
const FORMS: ((random: SeededRandom) => string)[] = [
  (random) => day(random) + time(random) + random.digits(4),
  (random) => day(random) + random.digits(8),
  (random) => randomNumber(random, 19),
  (random) => randomNumber(random, 12),
  (random) => `${day(random).slice(2)}-${random.digits(15)}`,
  (random) => `42000${random.digits(5)}${day(random)}${random.digits(10)}`,
  (random) => day(random) + time(random) + random.digits(14),
  (random) => `SF${random.digits(13)}`,
  (random) => `YT${random.digits(13)}`,
  (random) => `JD${random.digits(13)}`,
  (random) => `7${random.digits(14)}`,
  (random) => `43${random.digits(13)}`,
  (random) => `1Z${random.digits(16)}`,
  (random) => `94${random.digits(20)}`,
  (random) => `${random.digits(3)}-${random.digits(7)}-${random.digits(7)}`,
  (random) => `${random.between(1_600_000_000, 1_900_000_000)}.${random.digits(6)}`,
  (random) => String(random.between(1_600_000_000_000, 1_900_000_000_000)) + random.digits(5),
];
const TEMPLATES = [
  '订单号 #',
  '订单#到哪了',
  '运单号：#',
  '快递单号是#',
  '流水号# 查一下',
  '查一下 # 到哪了',
  'order no. # please',
  '#',
];

/** An order, tracking or payment number, alone and in a message that names it, or does not. */
export function orderNumber(random: SeededRandom): { number: string; text: string } {
  const number = random.pick(FORMS)(random);
  return { number, text: random.pick(TEMPLATES).replace('#', () => number) };
}
