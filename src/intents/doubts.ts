import type { Problem } from '../errors.ts';
import type { Labelled } from './example.ts';

/** Texts that stand under two labels: no mistake of the form, but one of the two is hardly meant. */
export const findConflicts = (examples: readonly Labelled[], file: string): Problem[] => {
  const first = new Map<string, Labelled>();
  return examples.flatMap((example) => {
    const before = first.get(example.text);
    if (!before) first.set(example.text, example);
    if (!before || before.label === example.label) return [];
    return [
      {
        file,
        line: example.line,
        field: 'label',
        message: `Choose one label: line ${before.line} has this text under another one.`,
      },
    ];
  });
};

/** Labels of a test set that nothing was trained on: such a message can only be counted as wrong. One problem a label. */
export const findStrangers = (test: readonly Labelled[], known: ReadonlySet<string>, file: string): Problem[] => {
  const told = new Set<string>();
  return test.flatMap(({ label, line }) => {
    if (known.has(label) || told.has(label)) return [];
    told.add(label);
    return [{ file, line, field: 'label', message: 'Add examples of this label to the training file: it has none.' }];
  });
};
