import { z } from 'zod';
import type { Incoming } from './event.ts';
import { FACTS } from './fact-names.ts';
import { decimalsOf } from './money.ts';
import type { Instant } from './time.ts';

/** A line that cannot be read: the field and what it wants, never its value. */
export class UnreadableLine extends Error {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.name = 'UnreadableLine';
    this.field = field;
  }
}

export type Line = { kind: 'event'; event: Incoming } | { kind: 'tick'; at: Instant };

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
/** A line longer than this is no chat message. */
const LONGEST = 1_000_000;
/** MongoDB takes 100 levels; nothing that a shop sends needs a third of it. */
const DEEPEST = 32;

const TIME = 'must be a time with its zone, like 2026-03-01T09:00:00+08:00';

const instant = z.iso
  .datetime({ offset: true, error: TIME })
  .transform((text) => Date.parse(text))
  .refine((at) => Number.isInteger(at) && at >= EARLIEST && at < LATEST, TIME);

const NAME = 'must be a name of 1 to 512 characters';

const id = z
  .union([z.string(), z.number().transform(String)], NAME)
  .refine((text) => text.trim().length > 0 && text.length <= 512 && !text.includes('\0'), NAME);

const words = z.string().max(16_384, 'must be at most 16 384 characters');

/** The form of a line of data; what it means beyond that is checked by `readLine`. */
export const lineForm = z.looseObject({
  id: id.nullish(),
  at: instant,
  channel: id,
  account: z.string().max(512).nullish(),
  conversation: z.string().max(512).nullish(),
  customer: z.looseObject({ id, name: z.string().max(512).nullish(), key: id.nullish() }).nullish(),
  from: z.enum(['customer', 'agent', 'system']).nullish(),
  text: words.nullish(),
  quote: words.nullish(),
  forwarded: z.boolean().nullish(),
  agent: z.looseObject({ id, name: z.string().max(512).nullish() }).nullish(),
  event: z.enum(FACTS).nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

type Fields = z.infer<typeof lineForm>;

const known = new Set(Object.keys(lineForm.shape));

const TYPES: Record<string, string> = {
  string: 'must be text',
  boolean: 'must be true or false',
  object: 'must be a JSON object',
  record: 'must be a JSON object',
};

/** Our own reasons stand for themselves; zod's own sentences may hold half the schema. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.message.startsWith('must ')) return issue.message;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? 'must be something else';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.code === 'too_big' ? `must be at most ${issue.maximum} characters` : 'must be something else';
};

const unreadable = (error: z.ZodError): UnreadableLine => {
  const issue = error.issues[0];
  return new UnreadableLine(issue?.path.join('.') || 'line', issue ? reasonOf(issue) : 'must be something else');
};

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)));

const parseJson = (text: string): unknown => {
  if (text.length > LONGEST) throw new UnreadableLine('line', `must be at most ${LONGEST} characters`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableLine('line', 'is not JSON');
  }
};

const LARGEST = 1e12;
const amount = z.number().nonnegative().max(LARGEST);
/** A refund is in its order's currency, which may have as many. */
const MOST_DECIMALS = 4;

/** Amounts are in the main unit with its decimals: more decimals than the currency has cannot be meant (semantics 0). */
const checkAmount = (data: Record<string, unknown>, unsaid = decimalsOf('CNY')) => {
  const parsed = amount.safeParse(data['amount']);
  if (typeof data['amount'] === 'number' && data['amount'] > LARGEST)
    throw new UnreadableLine('data.amount', 'must be at most 1000000000000');
  if (!parsed.success) throw new UnreadableLine('data.amount', 'must be a number, 0 or more');
  const places = typeof data['currency'] === 'string' ? decimalsOf(data['currency']) : unsaid;
  if (places === undefined) throw new UnreadableLine('data.currency', 'must be a currency of ISO 4217, like CNY');
  if (Number(parsed.data.toFixed(places)) !== parsed.data)
    throw new UnreadableLine('data.amount', `must have at most ${places} decimals`);
};

const checkData: Partial<Record<(typeof FACTS)[number], (data: Record<string, unknown>) => void>> = {
  order: (data) => checkAmount(data),
  payment: (data) => checkAmount(data),
  quote: (data) => checkAmount(data),
  refund: (data) => checkAmount(data, MOST_DECIMALS),
  rating: ({ score }) => {
    if (![1, 2, 3, 4, 5].includes(Number(score))) throw new UnreadableLine('data.score', 'must be 1 to 5');
  },
};

/** Edits and recalls must say which message they mean, and an edit its new text. */
const checkFact = (fields: Fields) => {
  const data = fields.data ?? {};
  const reaching = fields.event === 'recall' || fields.event === 'edit';
  if (reaching && !id.safeParse(data['message']).success) throw new UnreadableLine('data.message', 'must name the message');
  if (fields.event === 'edit' && !words.safeParse(data['text']).success)
    throw new UnreadableLine('data.text', 'must hold the new text');
  if (fields.event) checkData[fields.event]?.(data);
  if (!reaching && !fields.customer) throw new UnreadableLine('customer', 'must say whom it is about');
};

const body = (fields: Fields): Incoming['body'] => {
  if (fields.event) {
    checkFact(fields);
    return { kind: 'fact', name: fields.event, data: fields.data ?? {} };
  }
  if (!fields.customer) throw new UnreadableLine('customer', 'must say whom it is about');
  if (!fields.from) throw new UnreadableLine('from', 'must be customer, agent or system (or the line an event)');
  // A voice, picture or sticker message has no text: it stands on the timeline without words.
  return { kind: 'message', text: fields.text ?? '', quote: fields.quote ?? null, forwarded: fields.forwarded ?? false };
};

const toIncoming = (fields: Fields): Incoming => ({
  id: fields.id ?? null,
  at: fields.at,
  channel: fields.channel,
  account: fields.account ?? '',
  conversation: fields.conversation ?? '',
  customer: fields.customer
    ? { id: fields.customer.id, name: fields.customer.name ?? null, key: fields.customer.key ?? null }
    : null,
  from: fields.from ?? 'customer',
  body: body(fields),
  agent: fields.agent ? { id: fields.agent.id, name: fields.agent.name ?? null } : null,
  extra: Object.fromEntries(Object.entries(fields).filter(([field]) => !known.has(field))),
});

/**
 * Reads one line of a replay file, a REST body or the file adapter (cli.md, "Lines in").
 * @throws UnreadableLine with the field and the reason.
 */
export const readLine = (text: string): Line => {
  const value = parseJson(text);
  if (deeperThan(value, DEEPEST)) throw new UnreadableLine('line', `must be at most ${DEEPEST} levels deep`);
  // A field name with NUL cannot be stored; such a line comes from no chat platform.
  if (text.includes('\\u0000')) throw new UnreadableLine('line', 'must not hold NUL characters');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableLine('line', 'must be a JSON object');
  if ('tick' in value) {
    const tick = instant.safeParse(value.tick);
    if (!tick.success) throw new UnreadableLine('tick', TIME);
    return { kind: 'tick', at: tick.data };
  }
  const parsed = lineForm.safeParse(value);
  if (!parsed.success) throw unreadable(parsed.error);
  return { kind: 'event', event: toIncoming(parsed.data) };
};
