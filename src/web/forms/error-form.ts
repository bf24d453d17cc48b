import { z } from 'zod';
import { named } from './named.ts';

export const errorForm = named(
  'Error',
  z.object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string(),
      problems: z.array(z.object({ field: z.string(), message: z.string() })).exactOptional(),
      /** The customer of whom this one became part. */
      into: z.string().exactOptional(),
      /** What the operator finds in the log. */
      request: z.string().exactOptional(),
    }),
  }),
);
export type ErrorAnswer = z.infer<typeof errorForm>;
