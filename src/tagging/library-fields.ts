import { z } from 'zod';
import { cleanName, NAME_LENGTH, nameFault } from '../domain/tag-name.ts';

export const text = z.string('Write text here, in quotes if it looks like a number, true, false or null.');
export const yesOrNo = z.boolean('Write true or false.');

const FAULTS = {
  empty: 'Write a name that can be seen.',
  control: 'Write the name without line breaks and control characters.',
  long: `Shorten the name to ${NAME_LENGTH} characters.`,
};

/** A name of a tag, group or product, cleaned. */
export const name = text.transform(cleanName).superRefine((value, context) => {
  const fault = nameFault(value);
  if (fault) context.addIssue({ code: 'custom', message: FAULTS[fault] });
});
