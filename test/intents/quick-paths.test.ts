// Messages are read on quick paths: a kernel of WebAssembly, a table without branches, parts that are given up early. None of them may
// change an answer: each is held against the same thing said plainly.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFeatures } from '../../src/intents/features.ts';
import { frequentFirst } from '../../src/intents/frequent-first.ts';
import { hasLetter } from '../../src/intents/has-letter.ts';
import { createJudge } from '../../src/intents/judge.ts';
import { assemble } from '../../src/intents/kernel/assemble.ts';
import { createLookUp } from '../../src/intents/look-up.ts';
import type { IntentModel } from '../../src/intents/model.ts';
import { partsOf } from '../../src/intents/parts.ts';
import { createIntentReader } from '../../src/intents/read-intents.ts';
import { createPlainScorer, createScorer } from '../../src/intents/scorer.ts';
import { trainIntents } from '../../src/intents/train.ts';
import { normalise } from '../../src/match/normalise.ts';
import { peopleRows } from '../match/people-rows.ts';
import { asks } from './asks.ts';
import { plainFeatures } from './plain-features.ts';
import { createPlainReader, plainParts } from './plain-reader.ts';

const people = ['as-people-type.txt', 'as-people-type-held-out.txt', 'as-people-type-third.txt'].flatMap((file) =>
  peopleRows(file).map(({ text }) => text),
);
const told = [...asks.map(({ text }) => text), ...people];

const glue = fc.constantFrom(
  '，',
  '。',
  ', ',
  '. ',
  ' ',
  '',
  '\n',
  '！',
  '而且',
  '还有',
  ' and ',
  ' BUT ',
  ' al\u017fo ',
  '.',
  '\u3000',
  'Ａnd',
);
/** What people write, cut and put together anew, and what nobody writes. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...told) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...told), fc.nat(9)).map(([text, from]) => text.slice(from)) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const anyMessage = fc.array(fc.tuple(piece, glue), { maxLength: 5 }).map((pairs) => pairs.flat().join(''));

const trained = trainIntents(asks, { tagsOf: (label) => [label] });

const bits = (values: Float64Array): BigUint64Array => new BigUint64Array(Float64Array.from(values).buffer);

afterEach(() => void vi.unstubAllGlobals());

describe('the kernel', () => {
  const FEATURES = 30;
  const anyLinear = fc.integer({ min: 1, max: 40 }).chain((classes) =>
    fc.record({
      classes: fc.constant(classes),
      codes: fc.int8Array({ minLength: FEATURES * classes, maxLength: FEATURES * classes }),
      scales: fc.float32Array({ min: 0, max: Math.fround(0.1), noNaN: true, minLength: FEATURES, maxLength: FEATURES }),
      bias: fc.float32Array({ min: -3, max: 3, noNaN: true, minLength: classes, maxLength: classes }),
    }),
  );
  /** As long as nobody's message is, too. */
  const anyVector = fc
    .tuple(
      fc.array(fc.tuple(fc.nat(FEATURES - 1), fc.float({ min: -1, max: 1, noNaN: true })), { maxLength: 50 }),
      fc.constantFrom(1, 1, 1, 60),
    )
    .map(([features, times]) => Array.from({ length: times }, () => features).flat())
    .map((features) => ({
      size: features.length,
      ids: Int32Array.from(features, ([id]) => id),
      values: Float32Array.from(features, ([, value]) => value),
    }));

  test('adds up the same scores, and raises e to the same powers, to the last bit', () => {
    fc.assert(
      fc.property(anyLinear, anyVector, fc.constantFrom(0.001, 0.05, 0.7, 1.5, 3.8, 20), (linear, vector, divisor) => {
        const [quick, plain] = [createScorer(linear), createPlainScorer(linear)];
        const scores = quick.score(vector);
        expect(bits(scores)).toEqual(bits(plain.score(vector)));
        const [least, most] = [Math.min(...scores), Math.max(...scores)];
        expect(bits(quick.grow(least, most, divisor))).toEqual(bits(plain.grow(least, most, divisor)));
      }),
      { numRuns: 300 },
    );
  });

  test('raises e to any power that is not above 0 as Math.exp does', () => {
    const bias = Float32Array.from({ length: 4000 }, (_, i) => (i === 0 ? 0 : -(2 ** ((i % 40) - 31)) * (1 + i / 4000)));
    const linear = { classes: bias.length, codes: new Int8Array(0), scales: new Float32Array(0), bias };
    const none = { size: 0, ids: new Int32Array(0), values: new Float32Array(0) };
    const [quick, plain] = [createScorer(linear), createPlainScorer(linear)];
    quick.score(none);
    plain.score(none);
    const least = Math.min(...bias);
    for (let divisor = 0.9; divisor < 90; divisor *= 1.7)
      expect(bits(quick.grow(least, 0, divisor))).toEqual(bits(plain.grow(least, 0, divisor)));
  });

  test('is done without where there is none', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const linear = { classes: 1, codes: Int8Array.of(127), scales: Float32Array.of(1), bias: Float32Array.of(1) };
    expect([...createScorer(linear).score({ size: 1, ids: Int32Array.of(0), values: Float32Array.of(2) })]).toEqual([255]);
  });

  test('knows no other instructions than its own', () => {
    expect(() => assemble([{ name: 'f', params: {}, locals: {}, body: 'f64x2.sqrt' }])).toThrow('f64x2.sqrt');
  });
});

test('features are those of the plain words', () => {
  const read = createFeatures();
  // Astral letters are signs to it, which the plain expression does not know; some come of other letters.
  const ASTRAL_LETTER = /(?=[\p{L}\p{N}\p{M}])[\u{10000}-\u{10ffff}]/u;
  const basic = anyMessage.filter((text) => !ASTRAL_LETTER.test(normalise(text).text));
  fc.assert(
    fc.property(basic, (text) => {
      const { hashes, ends } = read(text);
      const families = [...ends].map((end, i) => [...hashes.subarray(ends[i - 1] ?? 0, end)]);
      expect(families).toEqual(plainFeatures(text));
    }),
    { numRuns: 500 },
  );
});

test('a look-up finds what is there and nothing else', () => {
  const hash = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.nat(40),
    fc.nat(20).map((n) => (n << 24) >>> 0),
  );
  fc.assert(
    fc.property(fc.uniqueArray(hash, { maxLength: 200 }), fc.array(hash, { maxLength: 60 }), (known, others) => {
      const hashes = Uint32Array.from(known);
      const given = Int32Array.from([...known, ...others]);
      const numbers = new Int32Array(given.length + 2);
      const end = createLookUp(hashes).find(given, 0, given.length, numbers, 1);
      const expected = [...given].map((one) => known.indexOf(one >>> 0)).filter((number) => number >= 0);
      expect([...numbers.subarray(1, end)]).toEqual(expected);
    }),
  );
});

test('with the commonest features first every feature keeps what it weighs', () => {
  const { vocabulary, linear } = trained;
  const sorted = frequentFirst(trained);
  const rowOf = (one: typeof sorted, f: number) => ({
    weight: one.vocabulary.weights[f],
    scale: one.linear.scales[f],
    codes: [...one.linear.codes.subarray(f * linear.classes, (f + 1) * linear.classes)],
  });
  const rows = (one: typeof sorted) => new Map([...one.vocabulary.hashes].map((hash, f) => [hash, rowOf(one, f)]));
  expect(rows(sorted)).toEqual(rows({ vocabulary, linear }));
  expect([...sorted.vocabulary.weights]).toEqual([...vocabulary.weights].sort((a, b) => a - b));
});

test('parts are those of the expression', () => {
  const anyText = fc.oneof(
    anyMessage,
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(glue, { maxLength: 30 }).map((all) => all.join('x')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(partsOf(text)).toEqual(plainParts(text));
    }),
    { numRuns: 1000 },
  );
  const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  for (const unit of everyUnit) {
    const text = `ab${unit}and${unit}cdef.${unit}`;
    if (JSON.stringify(partsOf(text)) !== JSON.stringify(plainParts(text)))
      expect(unit.charCodeAt(0)).toBe('as the expression says');
  }
});

test('a letter is a letter in any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 4 }), (text) => {
      expect(hasLetter(text)).toBe(/[\p{L}\p{N}]/u.test(text));
    }),
    { numRuns: 2000 },
  );
});

describe('a reader', () => {
  // Surer of itself and stricter than so few examples make it, that parts and strangers may tell.
  const anyModel = fc.record({
    sharper: fc.constantFrom(1, 3, 8, 40),
    leastScope: fc.constantFrom(0, trained.leastScope, 0.5, 0.9),
  });
  const sharpen = ({ sharper, leastScope }: { sharper: number; leastScope: number }): IntentModel => ({
    ...trained,
    labels: trained.labels.map((label) => (label === 'refund' ? 'not_interested' : label)),
    temperature: trained.temperature / sharper,
    leastScope,
  });

  test('reads what the plain one reads', () => {
    let [read, parts] = [0, 0];
    fc.assert(
      fc.property(anyModel, fc.array(anyMessage, { minLength: 20, maxLength: 40 }), (kind, messages) => {
        const model = sharpen(kind);
        const [quick, plain] = [createIntentReader(model), createPlainReader(model)];
        for (const text of messages) {
          const intents = quick.read(text);
          expect(intents).toEqual(plain(text));
          read += intents.length;
          parts += intents.filter(({ span }) => span !== undefined).length;
        }
      }),
      { numRuns: 60 },
    );
    expect(read).toBeGreaterThan(100);
    expect(parts).toBeGreaterThan(5);
  });

  test('says the same without a kernel', () => {
    const model = sharpen({ sharper: 3, leastScope: 0.1 });
    const quick = createIntentReader(model);
    vi.stubGlobal('WebAssembly', undefined);
    const without = createIntentReader(model);
    for (const text of told) expect(without.read(text)).toEqual(quick.read(text));
  });

  test('knows by its confidence alone that a message is in scope only where it is', () => {
    fc.assert(
      fc.property(anyModel, anyMessage, (kind, text) => {
        const judge = createJudge(sharpen(kind));
        const probabilities = new Float64Array(trained.labels.length);
        if (!judge.score(text, 0, text.length)) return;
        const confidence = probabilities[judge.soften(probabilities)] as number;
        expect(judge.inScope(confidence)).toBe(judge.scope() >= kind.leastScope);
      }),
      { numRuns: 300 },
    );
  });
});
