import type { People } from '../config/people.ts';
import type { Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { LINK_FOR, newLink, signedIn } from './sign-ins.ts';

/** Links that one person gets in the time for which one is good; the store forgets them after it, used or not. */
const MOST = 30;

interface Parts {
  store: Pick<Store, 'signIns' | 'address'>;
  wallNow: () => Instant;
  people: () => People;
}

/** Whether an address leads to the machine of whoever opens it, which is ours for nobody but those who sit at it. */
const isLoopback = (address: string): boolean => /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);

/** A page that somebody asked for. `here`: they sit at this machine. */
interface Wanted {
  person: string;
  to: string;
  here: boolean;
}

/**
 * Gives one-time addresses of pages that sign in whoever asked, to be shown to nobody else; null where none would work: no page is served, not where
 * they could reach it, or they are not in the people file. One read and one write each.
 */
export const createPageLinks = ({ store, wallNow, people }: Parts) => {
  const made = new Map<string, Instant[]>();
  const isTooMany = (person: string): boolean => {
    const now = wallNow();
    const standing = (made.get(person) ?? []).filter((at) => at > now - LINK_FOR);
    const tooMany = standing.length >= MOST;
    made.set(person, tooMany ? standing : [...standing, now]);
    return tooMany;
  };
  return async ({ person, to, here }: Wanted): Promise<string | null> => {
    const address = await store.address.get();
    if (address === null || (!here && isLoopback(address.url))) return null;
    if (signedIn(person, people(), here && !address.open) === null || isTooMany(person)) return null;
    return (await newLink({ store, wallNow }, { address: address.url, person, to })).url;
  };
};

/** The page of a customer beside the chat. */
export const sidebarOf = (customer: string): string => `/sidebar?customer=${encodeURIComponent(customer)}`;
