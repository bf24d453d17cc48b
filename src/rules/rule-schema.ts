import { z } from 'zod';

const id = z
  .string('Write an id of small letters, digits and underscores.')
  .max(64, 'Shorten it to 64 characters.')
  .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.');
const text = z.string('Write text here.').trim().min(1, 'Write text here.').max(200, 'Shorten it to 200 characters.');
const days = z.number('Write a number of days.').min(0).max(3650);

/** A condition as it is written; `read-condition` says what it means. */
const condition = z.unknown().refine((value) => value !== undefined, 'Write a condition here.');

const task = z.strictObject({
  title: text,
  /** `owner`: the customer's; else a person's id or `team:name`. */
  to: text.default('owner'),
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

const action = z.union(
  [
    z.strictObject({ add: text }),
    z.strictObject({ remove: text }),
    z.strictObject({ stage: text, back: z.boolean('Write true or false.').default(false) }),
    z.strictObject({ task }),
    z.strictObject({ notify: note }),
  ],
  'Write add, remove, stage, task or notify.',
);

const common = {
  id,
  name: text.optional(),
  version: z.int('Write a whole number.').min(1).max(1_000_000).default(1),
  mode: z.enum(['off', 'on'], 'Write on or off.').default('on'),
};

/** A tag that is carried exactly while a condition holds. */
const stateRule = z.strictObject({ ...common, while: condition, tag: text, task: task.optional() });

/** Something done once for each event that meets a condition. */
const eventRule = z.strictObject({
  ...common,
  on: z.union(
    [
      text.transform((event) => ({ event })),
      z.strictObject({ tagged: z.array(text, 'Write a list of tags.').min(1, 'Name at least one tag.') }),
    ],
    'Write the name of an event, message, reply, or tagged: and a list of tags.',
  ),
  if: condition.optional(),
  do: z.array(action, 'Write a list of actions.').min(1, 'Write at least one action.').max(20, 'Write at most 20 actions.'),
});

/** One rule of a file. */
export const ruleSchema = z.union([stateRule, eventRule]);
export type StateRuleForm = z.infer<typeof stateRule>;
export type EventRuleForm = z.infer<typeof eventRule>;
export type ActionForm = z.infer<typeof action>;
export type TaskForm = z.infer<typeof task>;

/** Which of the two a rule is meant to be: its problems are then told of that one. */
export const schemaFor = (value: unknown): z.ZodType<StateRuleForm | EventRuleForm> =>
  typeof value === 'object' && value !== null && 'on' in value ? eventRule : stateRule;

/** The fields of a rule, to name the nearest one where a word is wrong. */
export const ruleFields = (value: unknown): string[] =>
  Object.keys(typeof value === 'object' && value !== null && 'on' in value ? eventRule.shape : stateRule.shape);
