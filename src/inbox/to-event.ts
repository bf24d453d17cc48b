import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Body, Incoming, KeptEvent } from '../domain/event.ts';
import { identityKey, messageKey } from '../domain/key.ts';
import type { Instant } from '../domain/time.ts';
import { joinKey } from './join-key.ts';
import { redact, redactDeep } from './redact.ts';
import { safeId } from './safe-id.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Fields of facts that name something: one mask for all would make different orders one. */
const IDS = new Set(['message', 'order', 'quote', 'group', 'customer']);

/** Fail closed: a bare number that could be a card is masked, in whatever field it stands. */
const BARE = { bare: true };

const maskBody = (body: Body): Body => {
  if (body.kind === 'message')
    return { ...body, text: redact(body.text), quote: body.quote === null ? null : redact(body.quote) };
  if (body.kind === 'command') return body;
  if (body.kind === 'import') return { ...body, file: redact(body.file), fields: redactDeep(body.fields, BARE) };
  const ids = Object.entries(body.data).filter(([field, value]) => IDS.has(field) && ['string', 'number'].includes(typeof value));
  return {
    ...body,
    data: { ...redactDeep(body.data, BARE), ...Object.fromEntries(ids.map(([field, value]) => [field, safeId(String(value))])) },
  };
};

/** Edits and recalls carry a suffix: platforms give them the id of the message that they change. */
const suffix = (body: Body): string => (body.kind === 'fact' && ['edit', 'recall'].includes(body.name) ? `?${body.name}` : '');

/**
 * Makes an incoming event ready to be kept: ID and card numbers masked everywhere, its dedupe key made.
 * `ordinal` tells how many equal ones without a platform id came before it in the same source.
 */
export const toEvent = (incoming: Incoming, keptAt: Instant, ordinal: (content: string) => number): KeptEvent => {
  const { channel, account, conversation } = {
    channel: safeId(incoming.channel),
    account: safeId(incoming.account),
    conversation: safeId(incoming.conversation),
  };
  const { customer, agent } = incoming;
  const event = {
    at: incoming.at,
    channel,
    account,
    conversation,
    identity: customer ? identityKey(channel, account, safeId(customer.id)) : null,
    name: customer?.name ? redact(customer.name) : null,
    joinKey: customer?.key ? joinKey(customer.key) : null,
    from: incoming.from,
    agent: agent ? { id: safeId(agent.id), name: agent.name === null ? null : redact(agent.name) } : null,
    body: maskBody(incoming.body),
  };
  const message = incoming.id === null ? contentKey(event, ordinal) : safeId(incoming.id);
  const key = incoming.id === null ? message : messageKey(channel, account, conversation, message) + suffix(event.body);
  const extra = redactDeep(incoming.extra, BARE);
  return {
    _id: key,
    state: 'pending',
    keptAt,
    ...event,
    message,
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
};

const contentKey = (content: object, ordinal: (content: string) => number): string => {
  const hash = sha256(canonicalJson(content)).slice(0, 32);
  return `~${hash}/${ordinal(hash)}`;
};
