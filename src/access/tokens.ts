import { SCOPES, type Scope, type StoredToken } from '../domain/access.ts';
import type { Actor, Role } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { hashOf, isSecretOf, newSecret } from './secret.ts';

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const TOKEN = /^tagwise_([a-z0-9-]{1,40})_([\w-]{43})$/;
const DAY = 86_400_000;
const LONGEST = 365;

interface Parts {
  store: Pick<Store, 'tokens'>;
  wallNow: () => Instant;
}

/** Scopes in words, parted by commas. @throws UserError naming the first that is none. */
export const readScopes = (text: string): Scope[] => {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !SCOPES.some((scope) => scope === word));
  if (wrong !== undefined) throw new UserError('bad_scope', { scope: wrong, scopes: SCOPES.join(', ') });
  return SCOPES.filter((scope) => words.includes(scope));
};

/** Whole days that a token lasts. @throws UserError for anything but 1 to 365. */
export const readTokenDays = (text: string): number => {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > LONGEST) throw new UserError('bad_token_days', { days: text, most: LONGEST });
  return days;
};

/** Makes a token and gives its text, which nobody can be shown again. @throws UserError `token_name`, `token_exists` */
export const newToken = async (
  { store, wallNow }: Parts,
  { name, scopes, days, by }: { name: string; scopes: Scope[]; days: number; by: string },
): Promise<{ token: string; stored: StoredToken }> => {
  if (!NAME.test(name)) throw new UserError('token_name', { name });
  const [secret, at] = [newSecret(), wallNow()];
  const stored: StoredToken = { _id: name, hash: hashOf(secret), scopes, by, at, until: at + days * DAY };
  if (!(await store.tokens.add(stored, at))) throw new UserError('token_exists', { name });
  return { token: `tagwise_${name}_${secret}`, stored };
};

/** The stored token that a text opens with; null where it is none, wrong, over or revoked. */
export const tokenOf = async ({ store, wallNow }: Parts, text: string): Promise<StoredToken | null> => {
  const [, name = '', secret = ''] = TOKEN.exec(text) ?? [];
  const stored = name === '' ? null : await store.tokens.byName(name);
  // One that is not there takes as long as one that is wrong.
  const right = isSecretOf(stored?.hash ?? hashOf(''), secret);
  return stored && right && stored.revokedAt === undefined && stored.until > wallNow() ? stored : null;
};

const roleOf = (scopes: readonly Scope[]): Role =>
  scopes.includes('tags:restricted') ? 'manager' : scopes.includes('write') ? 'agent' : 'viewer';

/** Who acts by a token: a program of the company, with the rights of a role (semantics 13: restricted tags need their own scope). */
export const tokenActor = ({ _id, scopes }: Pick<StoredToken, '_id' | 'scopes'>): Actor => ({
  id: `token:${_id}`,
  name: _id,
  role: roleOf(scopes),
  everybody: true,
});
