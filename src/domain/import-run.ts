/** One import, by what the keys of all its events begin with. `began`: wall time, ms. */
export const importRun = (began: number): string => `~~${began.toString(36).padStart(9, '0')}`;

/** The import that an event with this key came by, or a line of the history that it left; null for any other. */
export const importOf = (key: string): string | null => /^(~~[0-9a-z]+)-[0-9a-f]{16}-[0-9a-f]{24}(?:\/|$)/.exec(key)?.[1] ?? null;

/** Whether a word is one import as a whole; commands and batches have a dash. */
export const isImportRun = (word: string): boolean => /^~~[0-9a-z]+$/.test(word);
