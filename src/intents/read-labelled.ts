import type { Problem } from '../errors.ts';
import { readDelimited } from './delimited.ts';
import type { Labelled } from './example.ts';

/** What the columns are called in the sets one meets. */
const TEXT = ['text', 'utterance', 'sentence', 'query', 'message', 'question', 'content', '文本', '句子', '内容', '消息'];
const LABEL = ['label', 'intent', 'category', 'class', 'label_text', 'domain', '标签', '意图', '类别'];

/** One record: its fields by lower-case name, or its cells in order where nothing names them. */
type Fields = Map<string, unknown>;

interface Entry {
  line: number;
  /** Null for what is not a record. */
  fields: Fields | null;
}

const fieldsOf = (value: unknown): Fields | null => {
  if (Array.isArray(value))
    return new Map([
      ['text', value[0]],
      ['label', value[1]],
    ]);
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value).map(([name, held]) => [name.trim().toLowerCase(), held]));
};

const readJsonLines = (text: string, file: string): { entries: Entry[]; problems: Problem[] } => {
  const problems: Problem[] = [];
  const entries = text.split('\n').flatMap((row, i): Entry[] => {
    if (row.trim() === '') return [];
    try {
      return [{ line: i + 1, fields: fieldsOf(JSON.parse(row)) }];
    } catch {
      problems.push({ file, line: i + 1, field: '', message: 'Correct the JSON of this line: it cannot be read.' });
      return [];
    }
  });
  return { entries, problems };
};

/** A whole file that is one JSON list; null where it is something else. The line of an entry is its number in the list. */
const readJsonList = (text: string): Entry[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    const pair = Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
    return Array.isArray(value) && !pair ? value.map((one, i) => ({ line: i + 1, fields: fieldsOf(one) })) : null;
  } catch {
    return null;
  }
};

const readTable = (text: string, file: string): { entries: Entry[]; problems: Problem[] } => {
  const { rows, problems } = readDelimited(text, file);
  const [header, ...rest] = rows;
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (header && !names.some((name) => TEXT.includes(name))) {
    const message = 'Name the columns in the first line: text and label (or intent).';
    return { entries: [], problems: [...problems, { file, line: header.line, field: '', message }] };
  }
  const entries = rest.map(({ line, cells }) => ({ line, fields: new Map(cells.map((cell, i) => [names[i] ?? '', cell])) }));
  return { entries, problems };
};

const pick = (fields: Fields, names: readonly string[]): unknown => {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? undefined : fields.get(name);
};

/** A label may be a number; a text may not be missing, though it may be empty. */
const read = ({ line, fields }: Entry, file: string, labels: boolean): Labelled | Problem => {
  const text = fields === null ? undefined : pick(fields, TEXT);
  if (typeof text !== 'string') return { file, line, field: 'text', message: 'Write the message here, as text.' };
  const given = fields === null ? undefined : pick(fields, LABEL);
  const label = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (labels && label === '')
    return { file, line, field: 'label', message: 'Write the label of this message (label or intent).' };
  const also = fields?.get('also');
  const others = Array.isArray(also) ? also.filter((one) => typeof one === 'string') : [];
  return { text, label, line, ...(others.length > 0 ? { also: others } : {}) };
};

/**
 * Reads a labelled set in the forms one meets: JSON lines or a JSON list of `{"text","label"}` (or `"intent"`) or of pairs, and
 * tables (CSV, TSV) whose header names the columns. Gives what can be read, and what is wrong with the rest.
 * @param labels false where labels are not needed, as for what lies out of scope.
 */
export const readLabelled = (options: {
  file: string;
  text: string;
  labels?: boolean;
}): { examples: Labelled[]; problems: Problem[] } => {
  const { file, labels = true } = options;
  const text = options.text.replace(/^\uFEFF/, '');
  const first = text.trimStart()[0];
  const list = first === '[' ? readJsonList(text) : null;
  const json = first === '{' || first === '[';
  const { entries, problems } = list ? { entries: list, problems: [] } : json ? readJsonLines(text, file) : readTable(text, file);
  const found = entries.map((entry) => read(entry, file, labels));
  const examples = found.filter((one) => 'text' in one);
  const wrong = [...problems, ...found.filter((one) => 'message' in one)];
  if (examples.length === 0 && wrong.length === 0)
    wrong.push({ file, line: null, field: '', message: 'Write at least one message into this file: it is empty.' });
  return { examples, problems: wrong.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
};
