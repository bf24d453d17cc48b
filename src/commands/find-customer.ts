import type { Customer } from '../domain/customer.ts';
import { nameKey } from '../domain/tag-name.ts';
import { UsageError, UserError } from '../errors.ts';
import { joinKey } from '../inbox/join-key.ts';
import type { Context } from './command.ts';

const MOST_CHOICES = 5;

const oneOf = (word: string, found: readonly Customer[]): Customer | undefined => {
  const [first, ...others] = found;
  if (others.length === 0) return first;
  const choices = found.slice(0, MOST_CHOICES).map((one) => (one.state.name ? `${one.state.name} (${one._id})` : one._id));
  throw new UserError('ambiguous_customer', { name: word, choices: choices.join(', ') });
};

/**
 * The customer whom a word means, or the one at hand without a word: an id, a channel's id, a joining key, or a name or former name (width and case folded).
 * @throws UserError when nobody or more than one is meant.
 */
export const findCustomer = async (
  { app, atHand }: Pick<Context, 'app' | 'atHand'>,
  named: string | undefined,
): Promise<Customer> => {
  const word = named === undefined || named.trim() === '' ? atHand : named;
  if (word === null) throw new UsageError('customer_missing');
  const { customers } = app.store;
  const [exact] = await customers.load([word]);
  if (exact && exact.mergedInto === undefined) return exact;
  const byName = oneOf(word, await customers.named(nameKey(word), MOST_CHOICES + 1));
  if (byName) return byName;
  const [joined] = await customers.identities([`#${joinKey(word)}`]);
  const [byKey] = joined ? await customers.load([joined.customer]) : [];
  if (byKey) return byKey;
  throw new UserError('unknown_customer', { name: word });
};
