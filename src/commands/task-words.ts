import type { Customer } from '../domain/customer.ts';
import { TEAM } from '../domain/notice.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import type { Context } from './command.ts';
import { readOwner } from './customer-words.ts';
import { findCustomer } from './find-customer.ts';

const LONGEST = 200;
/** Words of a name typed without quotes. */
const MOST_NAME = 6;

/**
 * Parts the customer's name from the words behind it: the shortest beginning that names somebody, else the one at hand has all of them.
 * @throws UserError where nobody is meant, or several are.
 */
export const partCustomer = async (context: Context, words: readonly string[]): Promise<{ customer: Customer; text: string }> => {
  let failure: unknown = new UsageError('task_usage');
  for (let count = 1; count < words.length && count <= MOST_NAME; count += 1) {
    try {
      const customer = await findCustomer(context, words.slice(0, count).join(' '));
      return { customer, text: words.slice(count).join(' ') };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (count === 1) failure = error;
    }
  }
  if (context.atHand !== null && words.length > 0)
    return { customer: await findCustomer(context, undefined), text: words.join(' ') };
  throw failure;
};

/** A title on one line. @throws where there is none, it is too long, or a number that must not be kept stands in it. */
export const readTitle = (text: string): string => {
  const title = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (title === '') throw new UsageError('task_usage');
  if (title.length > LONGEST) throw new UserError('task_title_long', { most: LONGEST });
  if (redact(title) !== title) throw new UserError('no_id_numbers', { field: 'task' });
  return title;
};

/** Whose a new task is: the one named, a person or a team; else whoever asks; the local operator's and a program's are the customer's owner's. */
export const readTaskOwner = (context: Context, named: string | undefined, { state }: Customer): string | null => {
  const { app, actor } = context;
  if (named === undefined) return actor.id === 'local' || actor.everybody ? (state.owner?.id ?? null) : actor.id;
  if (!named.startsWith(TEAM) || named === TEAM) return readOwner(context, named);
  const { all } = app.inForce.people();
  if (all.length > 0 && !all.some(({ team }) => named === TEAM + team)) throw new UserError('unknown_person', { name: named });
  return named;
};
