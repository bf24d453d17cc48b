import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import { webchatLimits } from './limits.ts';

/** Signs that no text needs: controls but line ends and tabs, and halves of characters. */
const withoutControls = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/\p{Cs}/gu, '\uFFFD');

/** A name on one line, without signs that turn the direction of what stands around it; null for none. */
const readName = (name: string | undefined): string | null => {
  const plain = withoutControls(name ?? '')
    .replace(/[\p{Cf}]/gu, (sign) => (sign === '\u200D' ? sign : ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return [...plain].slice(0, webchatLimits.name).join('').trim() || null;
};

/** The page makes an id for each message, so that the same one sent again is the same. */
const id = z.uuid();
const customer = z.string().min(1).max(2_048);
const visitor = z.string().regex(/^visitor-[a-z0-9]{6,20}$/);

const forms = {
  said: z.strictObject({ id, text: z.string(), name: z.string().optional() }),
  recall: z.strictObject({ id }),
  answered: z.strictObject({ id, text: z.string(), customer }),
  asked: z.strictObject({ words: z.string().min(1), customer: customer.optional(), told: z.string().max(200).optional() }),
  played: z.strictObject({
    ...{ id, text: z.string(), name: z.string().optional() },
    ...{ customer: customer.optional(), visitor: visitor.optional() },
  }),
  playedRecall: z.strictObject({ id, customer }),
  whom: z.object({ customer }),
};

type Forms = typeof forms;

/** Reads what a page sends. @throws UserError `chat_unreadable` */
export const readForm = <K extends keyof Forms>(kind: K, value: unknown): z.output<Forms[K]> => {
  const read = forms[kind].safeParse(value);
  if (!read.success) throw new UserError('chat_unreadable');
  return read.data as z.output<Forms[K]>;
};

/** The words of a message. @throws UserError `chat_empty`, `chat_too_long` */
export const readText = (text: string): string => {
  const plain = withoutControls(text).trim();
  if (plain === '') throw new UserError('chat_empty');
  if ([...plain].length > webchatLimits.text) throw new UserError('chat_too_long', { most: webchatLimits.text });
  return plain;
};

export { readName };
