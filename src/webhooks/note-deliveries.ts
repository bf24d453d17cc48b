import { createHash } from 'node:crypto';
import type { WebhookSetting } from '../config/webhook-schema.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import type { Delivery } from '../domain/webhook.ts';
import { redactDeep } from '../inbox/redact.ts';
import { type Happened, iso, type Told } from './happened.ts';
import { tagHappened } from './tag-happened.ts';
import { taskHappened } from './task-happened.ts';

export interface NoteParts {
  webhooks: () => readonly WebhookSetting[];
  tree: () => TagTree;
  /** Whether what came to be at this time is told to nobody: it happened in the data's time, or is history. */
  muted: (at: Instant) => boolean;
  wallNow: () => Instant;
}

const callsHappened = ({ customer, calls }: Told): Happened[] =>
  calls.map(({ key, webhook, rule, version, at }) => ({
    ...{ key, type: `rule.${rule}`, at, tags: [], to: webhook },
    data: { customer: { id: customer._id }, at: iso(at), by: { kind: 'rule', id: rule, version } },
  }));

/** Whether a webhook is told of something. What the library does not know, a filter lets nothing through by. */
const wants = ({ name, events, tags }: WebhookSetting, { type, to, tags: about }: Happened, tree: TagTree): boolean => {
  if (to !== undefined) return to === name;
  if (!(events as readonly string[]).includes(type)) return false;
  if (tags.length === 0 || about.length === 0) return true;
  const roots = tags.flatMap((word) => tagIdIn(tree)(word) ?? []);
  return about.some((tag) => roots.some((root) => tree.isWithin(tag, root)));
};

/** The `webhook-id` of a message: nothing of whom it is about can be read from it. */
const idOf = (key: string, hook: string): string =>
  `msg_${createHash('sha256')
    .update(JSON.stringify([hook, key]))
    .digest('base64url')
    .slice(0, 27)}`;

/**
 * Says which webhooks are told what of changes of customers, as rows that go into the transaction of the changes. Without webhooks it
 * does nothing.
 */
export const createNoteDeliveries =
  ({ webhooks, tree, muted, wallNow }: NoteParts) =>
  (told: readonly Told[]): Delivery[] => {
    const hooks = webhooks();
    if (hooks.length === 0) return [];
    const now = wallNow();
    const happened = told.flatMap((one) => [...tagHappened(one.ledger, tree()), ...taskHappened(one), ...callsHappened(one)]);
    return happened.flatMap((one) =>
      hooks
        .filter((hook) => wants(hook, one, tree()))
        .map(
          ({ name }): Delivery => ({
            ...{ _id: idOf(one.key, name), hook: name, at: now, from: now, attempts: 0 },
            state: muted(one.at) ? 'muted' : 'waiting',
            body: { type: one.type, timestamp: iso(now), data: redactDeep(one.data) },
          }),
        ),
    );
  };
