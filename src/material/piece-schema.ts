import { z } from 'zod';
import { MATERIAL_KINDS } from '../domain/material.ts';

const line = (most: number) =>
  z.string('Write text here.').trim().min(1, 'Write text here.').max(most, `Shorten it to ${most} characters.`);

const id = z
  .string('Write an id of small letters, digits and underscores.')
  .max(64, 'Shorten it to 64 characters.')
  .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.');

/** A page of any other kind would run in the browser of whoever opens it, or leave it open to others. */
const isSafe = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
};

const url = line(2000).refine(isSafe, 'Write an address that begins with https:// and holds no password.');

/** One piece of material as it is written. */
export const pieceSchema = z
  .strictObject(
    {
      id,
      title: line(80),
      kind: z.enum(MATERIAL_KINDS, 'Write reply, case, link or file.'),
      when: line(2000),
      text: line(4000).optional(),
      url: url.optional(),
      lang: z.enum(['zh', 'en'], 'Write zh or en.').optional(),
    },
    'Write a piece of material as name: value lines.',
  )
  .superRefine(({ kind, text, url: address }, context) => {
    const needs = kind === 'reply' ? 'text' : kind === 'case' ? null : 'url';
    if (needs === null && text === undefined && address === undefined)
      context.addIssue({ code: 'custom', path: [], message: 'Give a case a text, a url or both.' });
    if (needs === 'text' && text === undefined)
      context.addIssue({ code: 'custom', path: ['text'], message: 'Give a reply its text.' });
    if (needs === 'url' && address === undefined)
      context.addIssue({ code: 'custom', path: ['url'], message: 'Give a link or a file its url.' });
  });

export const pieceFields: readonly string[] = Object.keys(pieceSchema.shape);
