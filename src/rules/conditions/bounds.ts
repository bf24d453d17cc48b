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

/** Whether some number lies within. */
export const canMeet = ({
  at_least = -Infinity,
  more_than = -Infinity,
  at_most = Infinity,
  less_than = Infinity,
}: Bounds): boolean => at_least <= at_most && more_than < less_than && at_least < less_than && more_than < at_most;

/** Whether some count from 0 to `most` lies within. */
export const countCanMeet = (bounds: Bounds, most: number): boolean => {
  const { at_least = 0, more_than = -1, at_most = most, less_than = most + 1 } = bounds;
  const lowest = Math.max(0, Math.ceil(at_least), Math.floor(more_than) + 1);
  return lowest <= Math.min(most, Math.floor(at_most), Math.ceil(less_than) - 1);
};

export const NO_NUMBER = 'Change the bounds: no number lies within them.';

/** What is counted is remembered so many times; more cannot be asked for. */
export const MOST_COUNTED = 100;

export const NO_COUNT = `Change the bounds: no count from 0 to ${MOST_COUNTED} lies within them.`;
/** Whether nothing at all, 0, is too little. */
export const asksForSome = (bounds: Bounds): boolean => !within(0, bounds);

export const within = (value: number, { at_least, more_than, at_most, less_than }: Bounds): boolean =>
  (at_least === undefined || value >= at_least) &&
  (more_than === undefined || value > more_than) &&
  (at_most === undefined || value <= at_most) &&
  (less_than === undefined || value < less_than);
