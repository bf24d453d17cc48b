import type { ChoiceAnswer, ChoicesAnswer } from '../../../domain/choices-answer.ts';
import type { View } from './view.ts';

/** A tag that can be chosen, with the group in which it stands. */
export interface Choice extends ChoiceAnswer {
  group: { name: string; note: string | null } | null;
}

const MOST = 50;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const all = ({ groups, others }: ChoicesAnswer): Choice[] => [
  ...groups.flatMap(({ name, note = null, tags }) => tags.map((tag) => ({ ...tag, group: { name, note } }))),
  ...others.map((tag) => ({ ...tag, group: null })),
];

/** Tags that can be added and whose names hold the word: first those that whoever asks often adds, then those that many carry, at last what is not theirs to set. */
export const choicesFor = (choices: ChoicesAnswer, carried: ReadonlySet<string>, word: string, view: View): Choice[] => {
  const asked = fold(word.trim());
  return all(choices)
    .filter(({ id, name }) => !carried.has(id) && fold(`${name} ${view.nameOf(id, name)}`).includes(asked))
    .sort(
      (a, b) =>
        Number(a.restricted ?? false) - Number(b.restricted ?? false) ||
        (b.own ?? 0) - (a.own ?? 0) ||
        (b.customers ?? 0) - (a.customers ?? 0),
    )
    .slice(0, MOST);
};
