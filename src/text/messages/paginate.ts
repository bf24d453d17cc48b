import type { Message, Section } from './message.ts';

/** What one page of a channel takes: `size` of a row with all that is set around it, in the channel's own unit. */
export interface Room {
  most: number;
  rows: number;
  size: (row: string) => number;
}

/**
 * Parts a message into pages that each have room: no row is lost, rows keep their order, a section that goes on has its heading again,
 * buttons stay with the end of their section. A row that alone has no room takes a page, and the channel clips it.
 */
export const paginate = (message: Message, { most, rows: mostRows, size }: Room): Message[] => {
  const pages: Section[][] = [[]];
  let room = most - size(message.title);
  let left = mostRows;
  const page = (): Section[] => pages.at(-1) ?? [];
  const turn = () => {
    pages.push([]);
    room = most - size(message.title);
    left = mostRows;
  };
  const begin = (section: Section): Section => {
    const { actions: _, ...bare } = section;
    const part: Section = { ...bare, rows: [] };
    page().push(part);
    room -= size(section.heading);
    left -= 1;
    return part;
  };
  for (const section of message.sections) {
    const first = size(section.heading) + size(section.rows[0] ?? '');
    if (page().length > 0 && (first > room || left < 2)) turn();
    let part = begin(section);
    for (const row of section.rows) {
      if ((size(row) > room || left < 1) && part.rows.length > 0) {
        turn();
        part = begin(section);
      }
      part.rows.push(row);
      room -= size(row);
      left -= 1;
    }
    if (section.actions) part.actions = section.actions;
  }
  return pages.map((sections) => ({ ...message, sections }));
};
