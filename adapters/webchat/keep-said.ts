import type { Whereabouts } from '../../src/adapter.ts';
import type { Incoming } from '../../src/domain/event.ts';
import { identityKey } from '../../src/domain/key.ts';
import type { Said } from './door.ts';
import type { Listeners } from './listeners.ts';

/** A talk: where its customer writes, and in which conversation. */
export interface Place {
  at: Whereabouts;
  conversation: string;
}

/** How pages that show a talk are told apart. */
export const talkKey = ({ channel, account, customer }: Whereabouts): string => identityKey(channel, account, customer.id);

export const STAFF = 'staff';

interface Saying extends Place {
  id: string;
  text: string;
  agent?: { id: string; name: string };
  keep: (incoming: Incoming) => Promise<'kept' | 'duplicate'>;
}

/**
 * Keeps what is said in a talk, or that something was taken back, and tells the pages that show it once it is on disk.
 * @throws whatever kept it from being kept; then nobody is told.
 */
export const createKeepSaid = ({ now, listeners }: { now: () => number; listeners: Listeners }) => {
  const incoming = ({ at, conversation }: Place, id: string, more: Pick<Incoming, 'customer' | 'from' | 'agent' | 'body'>) => ({
    ...{ id, at: now(), channel: at.channel, account: at.account, conversation, extra: {} },
    ...more,
  });
  const told = (place: Place, event: string, data: object) => {
    listeners.tell(talkKey(place.at), event, data);
    listeners.tell(STAFF, 'talk', { channel: place.at.channel, id: place.at.customer.id });
  };

  return {
    say: async ({ keep, id, text, agent, ...place }: Saying): Promise<'kept' | 'duplicate'> => {
      const from = agent ? ('agent' as const) : ('customer' as const);
      const body = { kind: 'message' as const, text, quote: null, forwarded: false };
      const event = incoming(place, id, { customer: place.at.customer, from, agent: agent ?? null, body });
      const outcome = await keep(event);
      const said: Said = { id, at: event.at, from, name: agent?.name ?? null, text };
      if (outcome === 'kept') told(place, 'said', said);
      return outcome;
    },

    /** It belongs to whoever its message belongs to, and in a conversation of their own that is nobody else. */
    takeBack: async ({ keep, id, ...place }: Omit<Saying, 'text' | 'agent'>): Promise<'kept' | 'duplicate'> => {
      const body = { kind: 'fact' as const, name: 'recall', data: { message: id } };
      const outcome = await keep(incoming(place, `back-${id}`, { customer: null, from: 'customer', agent: null, body }));
      told(place, 'back', { id });
      return outcome;
    },
  };
};

export type KeepSaid = ReturnType<typeof createKeepSaid>;
