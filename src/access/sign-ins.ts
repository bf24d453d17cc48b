import type { People } from '../config/people.ts';
import type { Session, SignInLink } from '../domain/access.ts';
import type { Actor } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long a one-time address opens, and how long somebody stays signed in, ms. */
export const LINK_FOR = 10 * 60_000;
export const SESSION_FOR = 8 * 3_600_000;

/** The operator of the command line, audited as `local`. */
export const LOCAL = 'local';

interface Parts {
  store: Pick<Store, 'signIns'>;
  wallNow: () => Instant;
}

/** A path of ours: nothing that a browser would take for another site. */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\');

/** Makes a one-time address that signs this person in. @param to the page to open then */
export const newLink = async (
  { store, wallNow }: Parts,
  { address, person, to = '/sidebar' }: { address: string; person: string; to?: string },
): Promise<{ url: string; until: Instant }> => {
  const [secret, until] = [newSecret(), wallNow() + LINK_FOR];
  await store.signIns.addLink({ _id: hashOf(secret), person, to: isOwnPath(to) ? to : '/sidebar', until: new Date(until) });
  return { url: new URL(`/in?t=${secret}`, address).href, until };
};

/** Whom a link would sign in; it stays good. Null where it is used, over, or none. */
export const peekLink = ({ store, wallNow }: Parts, secret: string): Promise<SignInLink | null> =>
  store.signIns.link(hashOf(secret), wallNow());

/** Signs somebody in, and gives the secret of their session. */
export const startSession = async ({ store, wallNow }: Parts, person: string): Promise<string> => {
  const session = newSecret();
  await store.signIns.addSession({ _id: hashOf(session), person, until: new Date(wallNow() + SESSION_FOR) });
  return session;
};

/** Uses a link up, and gives the secret of the session that comes of it. Null where it is used, over, or none. */
export const useLink = async (parts: Parts, secret: string): Promise<{ session: string; person: string; to: string } | null> => {
  const link = await parts.store.signIns.takeLink(hashOf(secret), parts.wallNow());
  if (link === null) return null;
  return { session: await startSession(parts, link.person), person: link.person, to: link.to };
};

export const sessionOf = ({ store, wallNow }: Parts, secret: string): Promise<Session | null> =>
  store.signIns.session(hashOf(secret), wallNow());

export const endSession = ({ store }: Pick<Parts, 'store'>, secret: string): Promise<void> =>
  store.signIns.endSession(hashOf(secret));

/**
 * Who a signed-in person is now, by the people file as it is at this moment; null where they no longer work here. The local operator
 * is one only where `local` says so.
 */
export const signedIn = (person: string, people: People, local: boolean): Actor | null => {
  if (person === LOCAL) return local ? { id: LOCAL, name: LOCAL, role: 'admin' } : null;
  const found = people.all.find(({ id }) => id === person);
  return found ? { id: found.id, name: found.name, role: found.role } : null;
};
