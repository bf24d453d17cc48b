import { createHash } from 'node:crypto';
import type { IntentModel } from './model.ts';

const MAGIC = 'tagwise intents 2\n';
const DIGEST_LENGTH = 32;

/** All of a model but its arrays of numbers. */
interface Head extends Omit<IntentModel, 'vocabulary' | 'linear'> {
  features: number;
}

const bytesOf = (array: Uint32Array | Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const digestOf = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * A model as bytes, the same for the same model: a line that names the form, the length of the head, the head as JSON, the arrays
 * (little-endian), and a digest of all before it.
 */
export const encodeModel = ({ labels, vocabulary, linear, ...others }: IntentModel): Uint8Array => {
  const head: Head = { ...others, labels, features: vocabulary.hashes.length };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const body = concat([
    new TextEncoder().encode(MAGIC),
    bytesOf(Uint32Array.of(text.length)),
    text,
    ...[vocabulary.hashes, vocabulary.weights, linear.scales, linear.bias, linear.codes].map(bytesOf),
  ]);
  return concat([body, digestOf(body)]);
};

const isWhole = (bytes: Uint8Array): boolean => {
  const end = bytes.length - DIGEST_LENGTH;
  if (end < MAGIC.length + 4 || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return false;
  return digestOf(bytes.subarray(0, end)).every((byte, i) => byte === bytes[end + i]);
};

/** A model out of its bytes; null for bytes that are no model, of another form, or not whole: train it anew then. */
export const decodeModel = (bytes: Uint8Array): IntentModel | null => {
  if (!isWhole(bytes)) return null;
  let at = MAGIC.length;
  const take = (length: number): ArrayBuffer => {
    // Copied, for an array of numbers must begin at a whole number of them.
    const part = new Uint8Array(bytes.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  const [length = 0] = new Uint32Array(take(4));
  const { labels, features, ...others } = JSON.parse(new TextDecoder().decode(take(length))) as Head;
  const classes = labels.length;
  const vocabulary = { hashes: new Uint32Array(take(features * 4)), weights: new Float32Array(take(features * 4)) };
  const scales = new Float32Array(take(features * 4));
  const bias = new Float32Array(take(classes * 4));
  const codes = new Int8Array(take(features * classes));
  return { labels, vocabulary, linear: { classes, codes, scales, bias }, ...others };
};
