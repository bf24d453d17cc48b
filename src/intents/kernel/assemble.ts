import {
  BRANCH_IF,
  END,
  F64_CONST,
  I32_CONST,
  LOCAL,
  LOOP,
  MEMORY,
  NO_RESULT,
  PLAIN,
  SHUFFLE,
  TYPES,
  VECTOR,
} from './op-codes.ts';

type ValueType = keyof typeof TYPES;

/** A function without a result. */
export interface WasmFunction {
  name: string;
  params: Readonly<Record<string, ValueType>>;
  locals: Readonly<Record<string, ValueType>>;
  /** Instructions as the text format of WebAssembly writes them in a row; `$name` is a local, or a loop. */
  body: string;
}

/** Whole numbers in groups of seven bits. */
const unsigned = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]);
const signed = (value: number): number[] =>
  value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
const float = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

const counted = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const named = (name: string): number[] => sized([...new TextEncoder().encode(name)]);
const section = (id: number, items: readonly (readonly number[])[]): number[] => [id, ...sized(counted(items))];

/** The words of a body, read one by one, and the loops that are open. */
interface Source {
  next: () => string;
  offset: () => number;
  names: readonly string[];
  loops: string[];
}

/** Instructions with something behind them. */
const LONGER: Readonly<Record<string, (source: Source) => number[]>> = {
  'i32.const': ({ next }) => [I32_CONST, ...signed(Number(next()))],
  'f64.const': ({ next }) => [F64_CONST, ...float(Number(next()))],
  'i8x16.shuffle': ({ next }) => [...SHUFFLE, ...Array.from({ length: 16 }, () => Number(next()))],
  loop: ({ next, loops }) => {
    loops.push(next());
    return [LOOP, NO_RESULT];
  },
  br_if: ({ next, loops }) => [BRANCH_IF, loops.length - 1 - loops.lastIndexOf(next())],
  end: ({ loops }) => {
    loops.pop();
    return [END];
  },
};

const instruction = (word: string, source: Source): number[] => {
  const [plain, vector, local, memory, longer] = [PLAIN[word], VECTOR[word], LOCAL[word], MEMORY[word], LONGER[word]];
  if (plain !== undefined) return [plain];
  if (vector !== undefined) return [0xfd, ...unsigned(vector)];
  if (local !== undefined) return [local, ...unsigned(source.names.indexOf(source.next().slice(1)))];
  if (memory) return [...memory.code, memory.align, ...unsigned(source.offset())];
  if (longer) return longer(source);
  throw new Error(`no such instruction: ${word}`);
};

const codeOf = ({ params, locals, body }: WasmFunction): number[] => {
  const words = body.trim().split(/\s+/);
  let at = 0;
  const source: Source = {
    next: () => words[at++] ?? '',
    offset: () => (words[at]?.startsWith('offset=') ? Number(words[at++]?.slice('offset='.length)) : 0),
    names: [...Object.keys(params), ...Object.keys(locals)],
    loops: [],
  };
  const code = counted(Object.values(locals).map((type) => [1, TYPES[type]]));
  while (at < words.length) code.push(...instruction(source.next(), source));
  return sized([...code, END]);
};

/** A module of WebAssembly with these functions, which work on a memory that is given to it: `{ env: { memory } }`. */
export const assemble = (functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> => {
  const types = functions.map(({ params }) => [0x60, ...counted(Object.values(params).map((type) => [TYPES[type]])), 0]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [[...named('env'), ...named('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...named(name), 0, ...unsigned(i)]),
    ),
    ...section(10, functions.map(codeOf)),
  ]);
};
