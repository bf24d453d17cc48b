import fc from 'fast-check';
import type { Message } from '../../src/text/messages/message.ts';

/** Anything that stands on one line. */
const anyLine = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('<@U1> & <b>', '多少钱'.repeat(200), '👩‍👩‍👧'.repeat(100), '& < >'.repeat(80)),
  )
  .map((text) => text.replace(/[\r\n\u2028\u2029\u0085\v\f]/g, ' '));

/** Messages of any size to people. */
export const anyMessage: fc.Arbitrary<Message> = fc.record({
  title: anyLine,
  sections: fc.array(
    fc
      .record({ heading: fc.constantFrom('', '超时的报价', 'Keen new leads'), rows: fc.array(anyLine, { maxLength: 40 }) })
      .filter(({ heading, rows }) => heading !== '' || rows.length > 0),
    { maxLength: 8 },
  ),
  none: fc.constant('无'),
});
