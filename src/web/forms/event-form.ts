import { z } from 'zod';
import { lineForm } from '../../domain/line.ts';
import { named } from './named.ts';

const MOST_LINES = 500;

/** One line of data or several, as `replay` reads them; each is checked by itself, so that a wrong one costs only itself. */
export const eventsForm = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).min(1).max(MOST_LINES)]);

/** The same, as it is described. */
const line = named('Line', lineForm);
export const eventsDescribed = z.union([line, z.array(line).min(1).max(MOST_LINES)]);

export const keptForm = named(
  'Kept',
  z.object({
    kept: z.number(),
    duplicates: z.number(),
    refused: z.number(),
    lines: z.array(
      z.object({
        outcome: z.enum(['kept', 'duplicate', 'refused']),
        id: z.string().nullable(),
        field: z.string().exactOptional(),
        reason: z.string().exactOptional(),
      }),
    ),
  }),
);
