/*
 * The instructions of WebAssembly that the kernel is written in, by their codes.
 * https://webassembly.github.io/spec/core/binary/instructions.html
 */

/** Instructions that take nothing but what lies on the stack. */
export const PLAIN: Readonly<Record<string, number>> = { 'i32.lt_u': 0x49, 'i32.add': 0x6a };

/** The same for vectors, behind a byte that says so. */
export const VECTOR: Readonly<Record<string, number>> = {
  'f64x2.splat': 0x14,
  'f64x2.gt': 0x4a,
  'v128.andnot': 0x4f,
  'v128.bitselect': 0x52,
  'f64x2.trunc': 0x7a,
  'i16x8.extend_low_i8x16_s': 0x87,
  'i16x8.extend_high_i8x16_s': 0x88,
  'i32x4.extend_low_i16x8_s': 0xa7,
  'i32x4.extend_high_i16x8_s': 0xa8,
  'i64x2.extend_low_i32x4_s': 0xc7,
  'i64x2.shl': 0xcb,
  'i64x2.sub': 0xd1,
  'f64x2.neg': 0xed,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'i32x4.trunc_sat_f64x2_s_zero': 0xfc,
  'f64x2.convert_low_i32x4_s': 0xfe,
};

export const LOCAL: Readonly<Record<string, number>> = { 'local.get': 0x20, 'local.set': 0x21, 'local.tee': 0x22 };

/** Reads and writes, and how they expect their places to be aligned, as a power of 2. */
export const MEMORY: Readonly<Record<string, { code: readonly number[]; align: number }>> = {
  'i32.load': { code: [0x28], align: 2 },
  'v128.load': { code: [0xfd, 0], align: 0 },
  'v128.load64_splat': { code: [0xfd, 10], align: 3 },
  'v128.store': { code: [0xfd, 11], align: 3 },
};

export const SHUFFLE: readonly number[] = [0xfd, 13];
export const [I32_CONST, F64_CONST, LOOP, BRANCH_IF, END] = [0x41, 0x44, 0x03, 0x0d, 0x0b];
export const NO_RESULT = 0x40;
export const TYPES = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
