import { z } from 'zod';
import { eventName } from './conditions/event-name.ts';

const SINCE = 'Write a date like 2026-11-01, or an instant like 2026-11-01T09:00:00+08:00.';

/** Whether there is such a day: Date.parse takes the 31st of any month. */
const isDate = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const id = z
  .string('Write an id of small letters, digits and underscores.')
  .max(64, 'Shorten it to 64 characters.')
  .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.');
const text = z.string('Write text here.').trim().min(1, 'Write text here.').max(200, 'Shorten it to 200 characters.');
const days = z.number('Write a number of days.').min(0).max(3650);
/** A date in the zone of the configuration, or an instant with its own. */
const since = z
  .string(SINCE)
  .regex(/^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d:[0-5]\d))?$/, SINCE)
  .refine((text) => Number.isFinite(Date.parse(text)) && isDate(text.slice(0, 10)), SINCE);

/** A condition as it is written; `read-condition` says what it means. */
const condition = z.unknown().refine((value) => value !== undefined, 'Write a condition here.');

const task = z.strictObject({
  title: text,
  /** `owner`: the customer's; else a person's id or `team:name`. */
  to: text
    .refine(
      (to) => to !== 'manager' && to !== 'staff',
      'Write owner, the id of a person, or team: and a name: a task needs one to do it.',
    )
    .default('owner'),
  due: days.default(0),
  /** One task a quote that is stale, closed when it no longer is. */
  per: z.literal('quote', 'Write quote, or take the line out.').optional(),
});

const note = z.strictObject({
  text,
  /** `owner` and `manager`: the customer's, and theirs; `staff`: the staff's channel; else a person's id or `team:name`. */
  to: text.default('owner'),
  urgent: z.boolean('Write true or false.').default(false),
});

/** One of `webhooks:` in the configuration. */
const webhook = z
  .string('Write the name of a webhook of the configuration.')
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'Write the name of a webhook of the configuration.');

const action = z.union(
  [
    z.strictObject({ add: text }),
    z.strictObject({ remove: text }),
    z.strictObject({ stage: text, back: z.boolean('Write true or false.').default(false) }),
    z.strictObject({ task }),
    z.strictObject({ notify: note }),
    z.strictObject({ webhook }),
  ],
  'Write add, remove, stage, task, notify or webhook.',
);

const common = {
  id,
  name: text.optional(),
  version: z.int('Write a whole number.').min(1).max(1_000_000).default(1),
  mode: z.enum(['off', 'on'], 'Write on or off.').default('on'),
};

/** A tag that is carried exactly while a condition holds. */
const stateRule = z.strictObject({ ...common, while: condition, tag: text, task: task.optional() });

/**
 * Something done once for each event that meets a condition. A new rule acts on the whole history: tags and stages are then as though it
 * had always been there, but a task for an event long past helps nobody, so a rule that makes tasks must say from when on it does.
 */
const eventRule = z.strictObject({
  ...common,
  on: z.union(
    [
      eventName.transform((event) => ({ event })),
      z.strictObject({ tagged: z.array(text, 'Write a list of tags.').min(1, 'Name at least one tag.') }),
    ],
    'Write the name of an event, message, reply, or tagged: and a list of tags.',
  ),
  if: condition.optional(),
  since: since.optional(),
  do: z.array(action, 'Write a list of actions.').min(1, 'Write at least one action.').max(20, 'Write at most 20 actions.'),
});

export type StateRuleForm = z.infer<typeof stateRule>;
export type EventRuleForm = z.infer<typeof eventRule>;
export type ActionForm = z.infer<typeof action>;
export type TaskForm = z.infer<typeof task>;

/** Which of the two a rule is meant to be: its problems are then told of that one. */
export const schemaFor = (value: unknown): z.ZodType<StateRuleForm | EventRuleForm> =>
  typeof value === 'object' && value !== null && 'on' in value ? eventRule : stateRule;
