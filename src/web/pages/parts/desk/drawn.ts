/** An answer of the bot, as the web chat draws it. */
export interface Drawn {
  title: string;
  sections: { heading: string; rows: string[]; actions?: Action[] }[];
}

export interface Action {
  label: string;
  words: string;
  told?: string;
  style?: 'primary' | 'danger';
}

/** Something that was asked of the bot, and what it said. `after`: the message behind which it was asked. */
export interface Answered {
  id: string;
  after: string | null;
  words: string;
  drawn: Drawn | null;
}
