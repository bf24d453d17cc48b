import { DAY } from '../domain/time.ts';
import type { Operator } from './comparison.ts';
import { FACTS } from './fact-names.ts';
import { type Moment, span, storedNumber } from './moment.ts';
import type { BoundTree } from './tree.ts';

/** Bounds on one number or instant, as MongoDB writes them. */
export interface Bounds {
  $eq?: number;
  $gt?: number;
  $gte?: number;
  $lt?: number;
  $lte?: number;
}

const DIRECT = { '>': '$gt', '>=': '$gte', '<': '$lt', '<=': '$lte', '=': '$eq' } as const;

/** Between which instants something began that is so many days old: older than N days is since before the moment N days ago; N days exactly are N whole days. */
export const sinceBounds = (operator: Operator, days: number, { at }: Moment): Bounds => {
  const then = at - span(days);
  switch (operator) {
    case '>':
      return { $lt: then };
    case '>=':
      return { $lte: then };
    case '<':
      return { $gt: then };
    case '<=':
      return { $gte: then };
    case '=':
      return { $gt: then - DAY, $lte: then };
  }
};

/** Between which numbers a stored fact lies where a condition holds. */
export const factBounds = ({ fact, operator, number }: Extract<BoundTree, { kind: 'fact' }>, moment: Moment): Bounds =>
  FACTS[fact].measure === 'days'
    ? sinceBounds(operator, number, moment)
    : { [DIRECT[operator]]: storedNumber(fact, number, moment) };
