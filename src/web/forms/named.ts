import { z } from 'zod';

/** The forms that the description of the API names; every one is also what checks or types something. */
export const forms = z.registry<{ id: string }>();

/** Gives a form its name in the description. */
export const named = <T extends z.ZodType>(id: string, form: T): T => {
  forms.add(form, { id });
  return form;
};

/** An instant in answers: ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Typed words: not empty, at most so long, and nothing that a database cannot hold. */
export const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\0'));

export const customerName = z.object({ id: z.string(), name: z.string().nullable() });
export const seen = z.object({ role: z.enum(['viewer', 'agent', 'manager', 'admin']), whose: z.enum(['own', 'team', 'all']) });
