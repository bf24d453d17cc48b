import type { Instant } from './time.ts';

/** A conversation of a channel, or a thread in it, and who of the customers spoke there last; of a whole channel, up to when it was heard. */
export interface StoredRoom {
  /** `channel/account/conversation`, for a thread with its id behind; `channel/account` for the channel. */
  _id: string;
  /** The identity key of the customer who spoke last, their name there, and when. */
  identity?: string;
  name?: string | null;
  at?: Instant;
  /** Whoever speaks there and is not in the people file is a customer. */
  customers?: boolean;
}
