import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../errors.ts';
import { knownYaml, rememberYaml } from './known-yaml.ts';

type Path = readonly PropertyKey[];

/** A YAML text as plain values, and where in the text each of them stands. */
export interface Read {
  value: unknown;
  /** The line of a value, or of the nearest one around it. */
  lineOf: (path: Path) => number | null;
}

/** Far more than a thousand tags with their definitions need. */
const LARGEST_TEXT = 4_000_000;

/** What YAML itself forbids but the reader lets through. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

const parse = (text: string) => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineOf = (path: Path): number | null => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const start =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : null;
    if (start !== null) return lineCounter.linePos(start).line;
    return path.length === 0 ? null : lineOf(path.slice(0, -1));
  };
  return { document, lineAt: (at: number) => lineCounter.linePos(at).line, lineOf };
};

/** Of a text that is known, lines are looked for only when somebody asks, which is for a message. */
const linesOf = (text: string): Read['lineOf'] => {
  let parsed: ReturnType<typeof parse> | null = null;
  return (path) => {
    parsed ??= parse(text);
    return parsed.lineOf(path);
  };
};

/** Reads a YAML text, or says what is wrong with it. Aliases are refused: a small file could unfold to a huge one. */
export function readYaml({ text, file }: { text: string; file: string }): Read | Problem[] {
  const known = knownYaml(text);
  if (known !== undefined) return { value: known, lineOf: linesOf(text) };
  if (text.length > LARGEST_TEXT)
    return [{ file, line: null, field: '', message: `Shorten the file to ${LARGEST_TEXT} characters.` }];
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    return [{ file, line, field: '', message: 'Take out the control character: it cannot be seen, and no text needs one.' }];
  }
  try {
    const { document, lineAt, lineOf } = parse(text);
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0) {
      return broken.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        field: '',
        message: error.code === 'RESOURCE_EXHAUSTION' ? 'Nest the groups less deep.' : `Correct the YAML here (${error.code}).`,
      }));
    }
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    rememberYaml(text, value);
    return { value, lineOf };
  } catch {
    // The reader has no error of its own for aliases beyond the limit.
    return [{ file, line: null, field: '', message: 'Write the values out: anchors and aliases are not read here.' }];
  }
}
