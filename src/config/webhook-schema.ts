import { z } from 'zod';
import { WEBHOOK_EVENTS } from '../domain/webhook.ts';

const NAME = 'Write a name of small letters, digits and underscores, a letter first, at most 32.';

/** Address and secret come from the environment, by the name: TAGWISE_WEBHOOK_<NAME>_URL and _SECRET. */
const webhook = z.strictObject(
  {
    name: z.string(NAME).regex(/^[a-z][a-z0-9_]{0,31}$/, NAME),
    /** Which changes it wants; with an empty list only what rules send it. */
    events: z
      .array(z.enum(WEBHOOK_EVENTS, `Write one of ${WEBHOOK_EVENTS.join(', ')}.`), 'Write a list of events here.')
      .default([...WEBHOOK_EVENTS]),
    /** Tags and groups: of tags and stages it hears only of these and what lies below them. None: of all. */
    tags: z
      .array(z.string('Write a tag or a group here.').trim().min(1, 'Write a tag or a group here.'), 'Write a list of tags here.')
      .default([]),
    /** It may lie in a private network, and be reached by http. */
    private: z.boolean('Write true or false.').default(false),
  },
  'Write a webhook as name: value pairs, like { name: crm }.',
);

export type WebhookSetting = z.infer<typeof webhook>;

/** `webhooks:` of the configuration. */
export const webhooks = z
  .array(webhook, 'Write a list of webhooks here.')
  .superRefine((list, context) => {
    for (const [place, { name }] of list.entries())
      if (list.findIndex((other) => other.name === name) < place)
        context.addIssue({
          code: 'custom',
          path: [place, 'name'],
          message: 'Choose another name: a webhook above has this one.',
        });
  })
  .default([]);

/** The fields of one. */
export const webhookFields: readonly string[] = Object.keys(webhook.shape);
