import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const time = z
  .string('Write a time of day in quotes, like "09:00".')
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day in quotes, like "09:00".');

/** The event came within this part of the day, over midnight where it ends before it begins; `to` itself is out. */
export const timeOfDay = conditionKind({
  word: 'time_of_day',
  schema: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from !== to, 'Write two different times: a whole day needs no condition.'),
  compile: ({ from, to }, { zone }) => ({
    holds: ({ event, at }) => {
      if (event === null) return false;
      const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
      return from < to ? now >= from && now < to : now >= from || now < to;
    },
    turnsAt: never,
    reads: ['event'],
    negates: [],
    needs: null,
  }),
});
