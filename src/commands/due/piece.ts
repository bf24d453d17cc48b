import type { Temporal } from 'temporal-polyfill';

/** A part of the day, and the hour that it means when no hour is named. */
export type DayPart = 'night' | 'early' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'midnight';

export interface Clock {
  hour: number;
  /** Minutes past the hour; below zero before it. */
  minute: number;
  /** Said on the 24-hour clock, or with am or pm: it needs no part of the day. */
  exact: boolean;
}

/** What one piece of due words says. A phrase joins several: a day, a part of it, an hour. */
export interface Piece {
  /** A moment counted from now. `days`: by whole days, so that an hour may follow. */
  from?: { at: Temporal.ZonedDateTime; days: boolean };
  day?: Temporal.PlainDate;
  part?: DayPart;
  clock?: Clock;
  /** The day is one of every week, and its next one is meant once it is over. */
  weekly?: boolean;
  /** The day is the end of something: its evening is meant. */
  closing?: boolean;
  /** Too weak to be due words alone. */
  weak?: boolean;
}

/** How one kind of piece is written, and what it says; null where it says nothing after all. The pattern is sticky. */
export interface PieceForm {
  pattern: RegExp;
  read: (found: RegExpExecArray, now: Temporal.ZonedDateTime) => Piece | null;
}
