import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../errors.ts';

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

/** Reads a YAML text, or says what is wrong with it. Aliases are refused: a small file could unfold to a huge one. */
export function readYaml({ text, file }: { text: string; file: string }): Read | Problem[] {
  if (text.length > LARGEST_TEXT)
    return [{ file, line: null, field: '', message: `Shorten the file to ${LARGEST_TEXT} characters.` }];
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    return [{ file, line, field: '', message: 'Take out the control character: it cannot be seen, and no text needs one.' }];
  }
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0) {
      return broken.map((error) => ({
        file,
        line: lineCounter.linePos(error.pos[0]).line,
        field: '',
        message: error.code === 'RESOURCE_EXHAUSTION' ? 'Nest the groups less deep.' : `Correct the YAML here (${error.code}).`,
      }));
    }
    const lineAt = (path: Path): number | null => {
      const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
      const start =
        typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : null;
      if (start !== null) return lineCounter.linePos(start).line;
      return path.length === 0 ? null : lineAt(path.slice(0, -1));
    };
    return { value: document.toJS({ maxAliasCount: 0 }), lineOf: lineAt };
  } catch {
    // The reader has no error of its own for aliases beyond the limit.
    return [{ file, line: null, field: '', message: 'Write the values out: anchors and aliases are not read here.' }];
  }
}
