/*
 * The exponential function is that of FreeBSD's msun (e_exp.c), which engines call for Math.exp:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc. business. Permission to
 * use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
import type { WasmFunction } from './assemble.ts';

/** Below it results lose precision, and powers of 2 run out. */
export const LEAST_POWER = -708;

/** What the procedure reckons with; kept in vectors, for they are made anew wherever they stand. */
const CONSTANTS = {
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
  inverseLn2: Math.LOG2E,
  p1: 0.16666666666666602,
  p2: -0.0027777777777015593,
  p3: 0.00006613756321437934,
  p4: -0.0000016533902205465252,
  p5: 4.1381367970572385e-8,
  /** From here on down powers of 2 are split off: half of the logarithm of 2, cut off as there. */
  split: -0.3465735912322998,
  tiny: -(2 ** -28),
  half: 0.5,
  one: 1,
  two: 2,
} as const;
const names = Object.keys(CONSTANTS);

/** A polynomial of `$square` with these coefficients, by Horner. */
const polynomial = ([first, ...others]: readonly string[]): string =>
  others.length === 0 ? `local.get ${first}` : `local.get ${first} local.get $square ${polynomial(others)} f64x2.mul f64x2.add`;

/**
 * Writes e to the power of every (score - most) / divisor to `out`, to the last bit as Math.exp gives it; none of these powers may be
 * above 0 or below `LEAST_POWER`.
 */
export const grow: WasmFunction = {
  name: 'grow',
  params: { scores: 'i32', out: 'i32', last: 'i32', most: 'f64', divisor: 'f64' },
  locals: {
    x: 'v128',
    halves: 'v128',
    high: 'v128',
    low: 'v128',
    rest: 'v128',
    square: 'v128',
    c: 'v128',
    mostOf: 'v128',
    divisorOf: 'v128',
    ...Object.fromEntries(names.map((name) => [name, 'v128' as const])),
  },
  body: `
    ${Object.entries(CONSTANTS)
      .map(([name, value]) => `f64.const ${value} f64x2.splat local.set $${name}`)
      .join(' ')}
    local.get $most f64x2.splat local.set $mostOf
    local.get $divisor f64x2.splat local.set $divisorOf
    loop $pairs
      local.get $scores v128.load local.get $mostOf f64x2.sub local.get $divisorOf f64x2.div local.set $x
      local.get $half local.get $x local.get $inverseLn2 f64x2.mul f64x2.sub f64x2.trunc
      local.get $x local.get $split f64x2.gt v128.andnot local.set $halves
      local.get $x local.get $halves local.get $ln2High f64x2.mul f64x2.add local.tee $high
      local.get $halves local.get $ln2Low f64x2.mul f64x2.neg local.tee $low
      f64x2.sub local.tee $rest
      local.get $rest f64x2.mul local.set $square
      local.get $rest local.get $square ${polynomial(['$p1', '$p2', '$p3', '$p4', '$p5'])} f64x2.mul f64x2.sub local.set $c
      local.get $out
      local.get $one local.get $x f64x2.add
      local.get $one local.get $low local.get $rest local.get $c f64x2.mul local.get $two local.get $c f64x2.sub f64x2.div f64x2.sub
      local.get $high f64x2.sub f64x2.sub
      local.get $one local.get $halves i32x4.trunc_sat_f64x2_s_zero i64x2.extend_low_i32x4_s i32.const 52 i64x2.shl i64x2.sub
      f64x2.mul
      local.get $x local.get $tiny f64x2.gt v128.bitselect
      v128.store
      local.get $scores i32.const 16 i32.add local.set $scores
      local.get $out i32.const 16 i32.add local.tee $out
      local.get $last i32.lt_u br_if $pairs
    end`,
};
