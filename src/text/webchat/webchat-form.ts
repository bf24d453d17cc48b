import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';
import type { Room } from '../messages/paginate.ts';

/** A page has room to scroll, but an answer is there to be read. */
const room: Room = { most: 6_000, rows: 60, size: (row) => row.length + 4 };

/** How answers look on a page of ours: as they are, for the page draws them as text. */
export const webchatForm = {
  room,
  buttons: true,
  draw: ({ title, sections, none }: Message, _lang: Lang): Pick<Message, 'title' | 'sections'> => ({
    title,
    sections: sections.map((section) => {
      const counted = section.counted === false || section.heading === '' ? '' : ` ${section.rows.length || none}`;
      return { ...section, heading: section.heading + counted };
    }),
  }),
};
