import type { Instant } from './time.ts';
import type { DigestAnswer, MorningAnswer } from './told.ts';

/** Everybody who works here, in the channel that is theirs alone. */
export const STAFF = 'staff';

/** Before a person's id: whoever they report to. Before nothing: all managers. */
export const MANAGER_OF = 'manager:';

/** Before a team's name. */
export const TEAM = 'team:';

/** What somebody is to be told. Tasks and customers are told as they stand when the message goes out. */
export type NoticeBody =
  | { kind: 'task'; customer: string; task: string; why: 'new' | 'due' }
  | { kind: 'note'; customer: string; text: string; rule: string }
  | { kind: 'card'; customer: string; event: string }
  | { kind: 'digest'; doc: DigestAnswer }
  | { kind: 'morning'; doc: MorningAnswer };

/** Something to be told, before it is known who exactly hears it and when. */
export interface Notice {
  /** The same thing has the same key, however often it is worked out. */
  key: string;
  /** A person's id, `team:…`, `manager:` and an id, `staff`, or nothing where nobody is to be found. */
  to: string;
  at: Instant;
  /** Whose own doing it is: they need not hear of it. */
  by?: string;
  /** Whether it may break into somebody's quiet hours. */
  urgent: boolean;
  body: NoticeBody;
}

/** One message part for one person, as it waits to be sent. */
export interface OutboxRow {
  _id: string;
  to: string;
  at: Instant;
  /** Not before; wall time. */
  from: Instant;
  urgent: boolean;
  /** `dropped`: there was nothing left to tell; `muted`: worked out in the data's time, or as history, and told to nobody. */
  state: 'waiting' | 'sent' | 'dropped' | 'muted';
  body: NoticeBody;
  sentAt?: Instant;
}
