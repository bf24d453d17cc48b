import { add } from './add.ts';
import { assemble } from './assemble.ts';
import { grow } from './grow.ts';

/** What the kernel's functions take: see there. */
export interface Functions {
  add: (factors: number, rows: number, end: number, scores: number, last: number) => void;
  grow: (scores: number, out: number, last: number, most: number, divisor: number) => void;
}

interface Memory {
  buffer: ArrayBuffer;
}

/** As much of WebAssembly as the kernel uses; some ways to run Node have none. */
interface WebAssemblyHere {
  validate: (bytes: Uint8Array) => boolean;
  Module: new (bytes: Uint8Array) => object;
  Memory: new (options: { initial: number; maximum: number }) => Memory;
  Instance: new (module: object, imports: { env: { memory: Memory } }) => { exports: Functions };
}

const PAGE = 65_536;

/** Null where the machine has no room for it: every memory takes a wide stretch of addresses. */
const memoryOf = (WebAssembly: WebAssemblyHere, pages: number): Memory | null => {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The kernel on a memory of its own of at least so many bytes; null where the machine has no such vectors, or no room. */
export const startKernel = (bytes: number): { memory: ArrayBuffer; functions: Functions } | null => {
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyHere };
  const code = assemble([add, grow]);
  if (!WebAssembly?.validate(code)) return null;
  const memory = memoryOf(WebAssembly, Math.ceil(bytes / PAGE));
  if (!memory) return null;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  return { memory: memory.buffer, functions: exports };
};
