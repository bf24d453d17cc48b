import { z } from 'zod';
import { MATERIAL_KINDS } from '../../domain/material.ts';
import { customerName, instant, named } from './named.ts';

const piece = z.object({
  ...{ id: z.string(), title: z.string(), kind: z.enum(MATERIAL_KINDS), when: z.string() },
  ...{ text: z.string().nullable(), url: z.string().nullable(), lang: z.enum(['zh', 'en']).nullable() },
});

export const materialForm = named(
  'Material',
  z.object({ customer: customerName, asOf: instant, of: z.number(), count: z.number(), material: z.array(piece) }),
);
