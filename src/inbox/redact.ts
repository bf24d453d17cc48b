import { bankCard } from './bank-card.ts';
import { hasEnoughDigits } from './digit-runs.ts';
import { CARD_MASK, findNumbers } from './find-numbers.ts';

/** A string that is nothing but a number: in data an order or tracking number far more often than a foreign card. */
const BARE = /^\d{15,19}$/;
/** What is left of a UnionPay number that a JSON parser has rounded: its checksum is gone. */
const ROUNDED_CARD = /^62\d{15,17}$/;

/**
 * Masks the ID-card and bank-card numbers in a text, in whatever disguise, and leaves everything else as it is to the byte.
 * Doing it twice changes nothing more. Chinese numerals, pictures and numbers cut over several texts are not covered.
 */
export function redact(text: string): string {
  if (!hasEnoughDigits(text)) return text;
  let masked = '';
  let at = 0;
  for (const { start, end, mask } of findNumbers(text)) {
    masked += text.slice(at, start) + mask;
    at = end;
  }
  return at === 0 ? text : masked + text.slice(at);
}

/**
 * Masks every string, key and number in a JSON value. The value given is left as it is; what needed no change is shared with it.
 * A string of nothing but digits is masked as a card only where it is a UnionPay one, since it is likelier an order's number;
 * with `bare: true` it is masked like any text.
 */
export function redactDeep<T>(value: T, { bare = false }: { bare?: boolean } = {}): T {
  return redactValue(value, bare ? redact : redactString) as T;
}

type RedactText = (text: string) => string;

function redactValue(value: unknown, redactText: RedactText): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return redactNumber(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => redactValue(item, redactText));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  return isRecord(value) ? redactRecord(value, redactText) : value;
}

function redactString(text: string): string {
  return BARE.test(text) && bankCard(text) === 'other' ? text : redact(text);
}

function redactNumber(value: number | bigint): unknown {
  if (value < 1e14 && value > -1e14) return value;
  const digits = String(value).replace(/^-|\..*$/g, '');
  const masked = redact(digits);
  if (masked !== digits) return masked;
  const rounded = typeof value === 'number' && !Number.isSafeInteger(value);
  return rounded && ROUNDED_CARD.test(digits) ? CARD_MASK : value;
}

/** Plain objects only: a date or a buffer is no JSON and holds no text. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function redactRecord(record: Record<string, unknown>, redactText: RedactText): Record<string, unknown> {
  const entries = Object.entries(record);
  const masked = entries.map(([key, inner]): [string, unknown] => [redact(key), redactValue(inner, redactText)]);
  if (masked.every(([key, inner], at) => key === entries[at]?.[0] && inner === entries[at]?.[1])) return record;
  const keys = new Set<string>();
  for (const entry of masked) {
    // Two keys may mask to the same one; neither value may be lost.
    const key = entry[0];
    for (let n = 2; keys.has(entry[0]); n += 1) entry[0] = `${key}${n}`;
    keys.add(entry[0]);
  }
  return Object.fromEntries(masked);
}
