/** Fields that hold what a customer or colleague wrote; no log line has them. */
const WORDS = new Set(['text', 'quote', 'body', 'words', 'lastWords', 'before', 'after']);
const DEEPEST = 6;

/** The fields of a log call without anybody's words: those become their length. */
export function withoutWords(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shown(key, value, 0)]));
}

function shown(key: string, value: unknown, depth: number): unknown {
  if (WORDS.has(key)) return typeof value === 'string' ? `(${value.length} characters)` : '(left out)';
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '(too deep)';
  if (value instanceof Error) return errorFields(value, depth);
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return shown('', value.toJSON(), depth + 1);
  if (Array.isArray(value)) return value.map((item) => shown('', item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(name, inner, depth + 1)]));
}

/** Kind, code, message, stack and causes. A database driver hangs whole documents on its errors: those stay out. */
function errorFields(error: Error, depth: number): unknown {
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? error.code : undefined;
  const cause = error.cause instanceof Error ? shown('', error.cause, depth + 1) : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack, cause };
}
