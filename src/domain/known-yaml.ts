/** Characters of text that are kept at most. */
const ROOM = 4_000_000;

/**
 * Texts of faultless YAML that were read before, and what each says, for reading them anew takes a hundred times as long: most are the files that
 * come with the program. The oldest go first.
 */
const known = new Map<string, unknown>();
let kept = 0;

/** What a text says that was read before; undefined: not known. What is asked for is young again. */
export const knownYaml = (text: string): unknown => {
  const value = known.get(text);
  if (value === undefined) return undefined;
  known.delete(text);
  known.set(text, value);
  return value;
};

/** Everybody gets the same value, so nobody may change it. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/** Keeps what a text says for the next time. */
export const rememberYaml = (text: string, value: unknown): void => {
  if (known.has(text)) return;
  known.set(text, frozen(value));
  kept += text.length;
  for (const oldest of known.keys()) {
    if (kept <= ROOM) break;
    known.delete(oldest);
    kept -= oldest.length;
  }
};
