/** What people are told without asking, as lines: a title, and sections with a row for every item. All is printable; every channel sets it its own way. */
export interface Message {
  title: string;
  /** A section without a heading is rows alone. */
  sections: { heading: string; rows: string[] }[];
  /** What stands in place of the rows of a section that has none. */
  none: string;
}

/** A row of its parts, without those that are empty. */
export const row = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
