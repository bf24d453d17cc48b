import { decimalsOf } from '../domain/money.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { FACTS, type FactName } from './fact-names.ts';

/** When a query is asked, and the home currency in which its amounts are meant. */
export interface Moment {
  at: Instant;
  currency: string;
}

/** Days as ms. */
export const span = (days: number): number => Math.round(days * DAY);

/** The number of a fact's condition in the unit in which the fact is stored: minor units of money, else as it is. */
export const storedNumber = (fact: FactName, number: number, { currency }: Moment): number =>
  FACTS[fact].measure === 'money' ? Number((number * 10 ** (decimalsOf(currency) ?? 2)).toFixed(4)) : number;
