import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SurroundingsError } from '../errors.ts';
import { errnoOf, onHome } from './errno.ts';

const KEY = /^[0-9a-f]{64}$/i;
const NAME = 'TAGWISE_CONTACTS_KEY';

const readKey = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Two processes may need a key at once: a hard link is the one step that only the first of them can make. */
const makeKey = (file: string): void => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * The key by which this installation seals whole phone numbers and addresses: that of `TAGWISE_CONTACTS_KEY`, which several homes on one
 * database need, else the home's own, made on first use. It lies beside the database, never in it: a copy of the database alone reads none.
 * @throws SurroundingsError for a key that is none: another one in its place would make all that is sealed unreadable.
 */
export const contactsKey = ({ dir, env }: { dir: string; env: NodeJS.ProcessEnv }): Buffer => {
  const given = env['TAGWISE_CONTACTS_KEY'];
  const file = join(dir, 'contacts.key');
  const text =
    given ||
    onHome(dir, () => {
      if (readKey(file) === null) makeKey(file);
      return readKey(file) ?? '';
    });
  if (!KEY.test(text)) throw new SurroundingsError('contacts_key_broken', { where: given ? NAME : file });
  return Buffer.from(text, 'hex');
};
