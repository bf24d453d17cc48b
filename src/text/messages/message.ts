/** What a press of a button says for whoever presses it, in the words of commands. */
export interface Action {
  label: string;
  words: string;
  /** The question of the bot that these words answer. */
  told?: string;
  /** A page that it opens in place of saying anything. */
  url?: string;
  style?: 'primary' | 'danger';
}

export interface Section {
  /** Without one it is rows alone. */
  heading: string;
  rows: string[];
  /** Whether the heading says how many rows there are. */
  counted?: false;
  /** For channels that have buttons. */
  actions?: Action[];
}

/** What people are told, as lines: a title, and sections with a row for every item. All is printable; every channel sets it its own way. */
export interface Message {
  title: string;
  sections: Section[];
  /** What stands in place of the rows of a counted section that has none. */
  none: string;
}

/** A row of its parts, without those that are empty. */
export const row = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
