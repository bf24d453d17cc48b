import { createHash } from 'node:crypto';
import type { AskedAnswer } from '../domain/asked.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Reply } from '../domain/reply.ts';
import type { Context } from './command.ts';

/** As many as are named before a change of many. */
export const NAMED = 5;

/**
 * The question to put before something that touches many; null when it was answered: by `--yes`, or by a yes to this very question, as it
 * would be put now. Who said yes to 5 customers has not said it to 50.
 */
export const askFirst = (
  { told }: Pick<Context, 'told'>,
  confirmed: boolean,
  asked: Omit<AskedAnswer, 'applied'>,
): Reply | null => {
  if (confirmed) return null;
  const doc: AskedAnswer = { applied: false, ...asked };
  const token = createHash('sha256').update(canonicalJson(doc)).digest('hex').slice(0, 16);
  return token === told ? null : { kind: 'asked', doc, token };
};
