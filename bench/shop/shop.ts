import { type SeededRandom, seededRandom } from '../../test/support/seeded-random.ts';
import type { ShopLine } from '../../test/support/shop-lines.ts';
import { type Person, person } from './people.ts';
import { SCENES } from './scenes.ts';
import { DAY, later } from './season.ts';
import { createSerial, createTeller, type Teller } from './teller.ts';

export interface ShopSize {
  seed: number;
  customers: number;
  /** Lines in all, at least one a customer. */
  lines: number;
  days: number;
  /** When it opens, ms. */
  from: number;
}

export const YEAR: Omit<ShopSize, 'customers' | 'lines'> = {
  seed: 20250301,
  days: 365,
  from: Date.parse('2025-03-01T00:00:00+08:00'),
};

/** Of those who came, mostly one who was there lately: many talk for some weeks and are then heard of no more. */
const LATELY = 120;

/** Half are there in the first fifth of the time, the others come by and by. */
const cameBy = (share: number, customers: number): number =>
  Math.min(customers, 1 + Math.ceil(customers * (share < 0.2 ? 2.5 * share : 0.5 + (share - 0.2) * 0.66)));

const draw = (t: Teller): void => {
  const open = SCENES.filter(({ when }) => when?.(t) ?? true);
  let left = t.random.below(open.reduce((sum, { weight }) => sum + weight, 0));
  const scene = open.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  scene?.tell(t);
};

const createCrowd = (size: ShopSize, random: SeededRandom) => {
  const people: Person[] = [];
  const lately: Person[] = [];
  return (share: number): Person => {
    let one: Person;
    if (people.length < cameBy(share, size.customers)) {
      one = person(people.length, random);
      people.push(one);
    } else {
      one = random.below(10) < 7 && lately.length > 0 ? random.pick(lately) : random.pick(people);
    }
    lately.push(one);
    if (lately.length > LATELY) lately.shift();
    one.scenes += 1;
    return one;
  };
};

/**
 * A year of a made-up shop, in the order of its time and the same for the same seed: people come, ask, are given prices, buy, take
 * things back, complain, fall silent and come again, more of it in some seasons and hours than in others.
 */
export const shop = (size: ShopSize): ShopLine[] => {
  const random = seededRandom(size.seed);
  const serial = createSerial();
  const next = createCrowd(size, random);
  const made: ShopLine[] = [];
  const end = size.from + size.days * DAY;
  let at = size.from;
  while (made.length < size.lines) {
    const share = Math.min(1, made.length / size.lines);
    const t = createTeller(next(share), at, random, serial);
    draw(t);
    made.push(...t.told);
    // What is left of the year is spread over what is left of the lines.
    const pause = ((end - at) / Math.max(1, size.lines - made.length)) * t.told.length;
    at = Math.min(end - DAY, later(at, Math.min(pause, 2 * DAY) * 2 * random.next()));
  }
  // The last scenes go on for a while after the end.
  return made.slice(0, size.lines).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};
