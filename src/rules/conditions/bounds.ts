import { z } from 'zod';

const number = z.number('Write a number here.');

/** How a number is compared: at least one bound, and all that are given must hold. */
export const boundsFields = {
  at_least: number.optional(),
  more_than: number.optional(),
  at_most: number.optional(),
  less_than: number.optional(),
};

export type Bounds = { [name in keyof typeof boundsFields]?: number | undefined };

export const hasBound = ({ at_least, more_than, at_most, less_than }: Bounds): boolean =>
  [at_least, more_than, at_most, less_than].some((bound) => bound !== undefined);

export const ONE_BOUND = 'Write at_least, more_than, at_most or less_than.';

/** Whether nothing at all, 0, is too little. */
export const asksForSome = (bounds: Bounds): boolean => !within(0, bounds);

export const within = (value: number, { at_least, more_than, at_most, less_than }: Bounds): boolean =>
  (at_least === undefined || value >= at_least) &&
  (more_than === undefined || value > more_than) &&
  (at_most === undefined || value <= at_most) &&
  (less_than === undefined || value < less_than);
