import { z } from 'zod';
import { FACTS } from '../../domain/fact-names.ts';
import { nearWord } from '../../domain/near-word.ts';

/** What rules call the events that can be waited for and counted, beside `custom:` and a name. */
const NAMES = ['message', 'reply', ...FACTS];

const known = (name: string): boolean => NAMES.includes(name) || /^custom:.{1,64}$/su.test(name);

const unknown = (name: string): string => {
  const near = nearWord(name, NAMES);
  return near === null ? `Write one of ${NAMES.join(', ')}, or custom: and a name.` : `Did you mean ${near}?`;
};

/** The name of an event in a rule file. */
export const eventName = z.string('Write the name of an event, like visit.').superRefine((name, context) => {
  if (!known(name)) context.addIssue({ code: 'custom', message: unknown(name) });
});
