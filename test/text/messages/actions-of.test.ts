import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '../../../src/commands/split-words.ts';
import { actionsOf } from '../../../src/text/messages/actions-of.ts';
import type { View } from '../../../src/text/terminal/view.ts';

const view = { lang: 'zh', buttons: true } as View;

/** The words of the button under a card of this customer; none where there is no button. */
const wordsFor = (id: string): string[] =>
  actionsOf({ kind: 'card', doc: { customer: { id } } } as never, view, '').map(({ words }) => words);

const strange = fc.string({ unit: fc.constantFrom('a', ' ', '"', '“', '”', '+', '-', 'VIP'), minLength: 1, maxLength: 12 });

test('whatever a stranger is called, a button says that id and no word more', () => {
  fc.assert(
    fc.property(strange, (id) => {
      for (const words of wordsFor(id)) expect(splitWords(words)).toEqual(['tags', id]);
    }),
    { examples: [['a" +VIP "b'], ['a”b'], ['--yes'], ['+VIP']] },
  );
});

test('ids as channels have them get their button', () => {
  expect(wordsFor('UMEI')).toEqual(['tags UMEI']);
  expect(wordsFor('Mei Li')).toEqual(['tags "Mei Li"']);
});
