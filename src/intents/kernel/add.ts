import type { WasmFunction } from './assemble.ts';

/** So many classes are added up at once, two in a vector. */
export const BLOCK = 16;
const SUMS = Array.from({ length: BLOCK / 2 }, (_, i) => `$sum${i}`);

/** The upper half of four numbers comes down. */
const UPPER = 'local.get $four local.get $four i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15';

/** Adds a feature's factor times two of its weights, which lie on the stack as whole numbers. */
const addTo = (sum: string | undefined) => `
  f64x2.convert_low_i32x4_s local.get $factor f64x2.mul local.get ${sum} f64x2.add local.set ${sum}`;
const addFour = (first: number) => `
  local.tee $four ${addTo(SUMS[first])} ${UPPER} ${addTo(SUMS[first + 1])}`;

/**
 * Adds up scores as `addScores` does, each class by itself and feature after feature, so that they are the same to the last bit. For every
 * feature there is a factor at `factors` and at `rows` the place of its weights, a byte each; both end where `rows` reaches `end`.
 */
export const add: WasmFunction = {
  name: 'add',
  params: { factors: 'i32', rows: 'i32', end: 'i32', scores: 'i32', last: 'i32' },
  locals: {
    ...{ factorAt: 'i32', rowAt: 'i32', block: 'i32', factor: 'v128', bytes: 'v128', eight: 'v128', four: 'v128' },
    ...Object.fromEntries(SUMS.map((sum) => [sum.slice(1), 'v128' as const])),
  },
  body: `
    loop $blocks
      ${SUMS.map((sum, i) => `local.get $scores v128.load offset=${i * 16} local.set ${sum}`).join(' ')}
      local.get $factors local.set $factorAt
      local.get $rows local.set $rowAt
      loop $features
        local.get $factorAt v128.load64_splat local.set $factor
        local.get $rowAt i32.load local.get $block i32.add v128.load local.tee $bytes
        i16x8.extend_low_i8x16_s local.tee $eight
        i32x4.extend_low_i16x8_s ${addFour(0)}
        local.get $eight i32x4.extend_high_i16x8_s ${addFour(2)}
        local.get $bytes i16x8.extend_high_i8x16_s local.tee $eight
        i32x4.extend_low_i16x8_s ${addFour(4)}
        local.get $eight i32x4.extend_high_i16x8_s ${addFour(6)}
        local.get $factorAt i32.const 8 i32.add local.set $factorAt
        local.get $rowAt i32.const 4 i32.add local.tee $rowAt
        local.get $end i32.lt_u br_if $features
      end
      ${SUMS.map((sum, i) => `local.get $scores local.get ${sum} v128.store offset=${i * 16}`).join(' ')}
      local.get $block i32.const ${BLOCK} i32.add local.set $block
      local.get $scores i32.const ${BLOCK * 8} i32.add local.tee $scores
      local.get $last i32.lt_u br_if $blocks
    end`,
};
