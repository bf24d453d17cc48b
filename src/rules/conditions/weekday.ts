import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The event came on one of these days of the week. */
export const weekday = conditionKind({
  word: 'weekday',
  schema: z
    .array(z.enum(DAYS, `Write one of ${DAYS.join(', ')}.`), 'Write a list of days, like [sat, sun].')
    .min(1, 'Write a list of days, like [sat, sun].')
    .max(7, 'Write each day once.'),
  compile: (days, { zone }) => ({
    holds: ({ event, at }) => {
      if (event === null) return false;
      const { dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      return days.some((day) => DAYS.indexOf(day) + 1 === dayOfWeek);
    },
    turnsAt: never,
    reads: ['event'],
    negates: [],
    needs: null,
  }),
});
