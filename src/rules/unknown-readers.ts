import { nearWord } from '../domain/near-word.ts';
import type { Person } from '../domain/person.ts';
import type { Rule } from './rule.ts';

/** Words for whoever a customer or their owner makes it. */
const ANYBODY = ['owner', 'manager', 'staff'];

/** Whom the tasks and notices of a rule are for, as its file says. */
const readersOf = (rule: Rule): { field: string; to: string }[] => {
  if (rule.kind === 'state') return rule.task ? [{ field: '.task.to', to: rule.task.to }] : [];
  return rule.actions.flatMap((action, place) => {
    if (action.do === 'task') return [{ field: `.do[${place}].task.to`, to: action.task.to }];
    return action.do === 'notify' ? [{ field: `.do[${place}].notify.to`, to: action.note.to }] : [];
  });
};

/** Rules that speak to somebody who does not work here. No mistake: people come and go; but nobody hears of it. */
export const unknownReaders = (
  rules: readonly Rule[],
  people: readonly Pick<Person, 'id' | 'team'>[],
): { rule: Rule; field: string; message: string }[] => {
  if (people.length === 0) return [];
  const known = [...ANYBODY, ...people.flatMap(({ id, team }) => (team === undefined ? [id] : [id, `team:${team}`]))];
  return rules.flatMap((rule) =>
    readersOf(rule)
      .filter(({ to }) => !known.includes(to))
      .map(({ field, to }) => {
        const near = nearWord(to, known);
        return {
          rule,
          field,
          message: near === null ? 'Nobody here has this id, and no team is called so.' : `Did you mean ${near}?`,
        };
      }),
  );
};
