import type { Instant } from './time.ts';

/** The changes that other programs can be told of, in the order in which the settings name them. */
export const WEBHOOK_EVENTS = ['tag.added', 'tag.removed', 'stage.changed', 'task.created', 'task.closed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a webhook sends to see whether it gets through. */
export const TEST_EVENT = 'webhook.test';

/** The message of Standard Webhooks. Every attempt sends the same bytes of it. */
export interface WebhookBody {
  /** One of `WEBHOOK_EVENTS`, `rule.` and the id of the rule that sends it, or `TEST_EVENT`. */
  type: string;
  /** When it was noted, wall time. */
  timestamp: string;
  /** Ids and names of the library alone, never anybody's words. */
  data: Record<string, unknown>;
}

/**
 * `dropped`: the address was gone before its turn came; `failed`: all attempts were in vain; `muted`: it came of the data's time, or of
 * history, and is never sent.
 */
export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'dropped' | 'muted';

/** One message for one webhook, as it waits to be sent and stands in the log afterwards. */
export interface Delivery {
  /** Its `webhook-id`: the same change has the same one, however often it is worked out or sent. */
  _id: string;
  hook: string;
  /** Wall time. */
  at: Instant;
  /** Not before; wall time. While an attempt is made: until when nobody else makes one. */
  from: Instant;
  state: DeliveryState;
  attempts: number;
  body: WebhookBody;
  /** What came of the last attempt: an HTTP status, or the code of what was in the way. */
  last?: { at: Instant; answer: number | string };
}

/** What a rule sends to a webhook because of one event. */
export interface RuleCall {
  key: string;
  webhook: string;
  rule: string;
  version: string;
  at: Instant;
}

/** Why a webhook sends nothing: something of its address or secret is missing or wrong, or its receiver is gone for good. */
export type WebhookState = 'ready' | 'gone' | 'no_url' | 'bad_url' | 'plain_http' | 'no_secret' | 'bad_secret';

export interface DeliveryAnswer {
  id: string;
  webhook: string;
  type: string;
  at: string;
  state: DeliveryState;
  attempts: number;
  /** What came of the last attempt, an HTTP status or a code. */
  answer: number | string | null;
  triedAt: string | null;
  nextAt: string | null;
}

/** The webhooks, and what was last sent to them. */
export interface WebhooksAnswer {
  webhooks: {
    name: string;
    state: WebhookState;
    events: readonly string[];
    tags: readonly string[];
    waiting: number;
    failed: number;
    /** What happened in the data's time, and is never sent. */
    muted: number;
  }[];
  deliveries: DeliveryAnswer[];
}
