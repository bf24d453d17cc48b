/** The last lines that a mongod wrote, and the one to watch for. */
export interface MongodLog {
  add: (chunk: string) => void;
  lines: () => string[];
  /** What the newest line of an error says, for a person; empty when there is none. */
  reason: () => string;
}

const KEPT_LINES = 50;
const KEPT_CHARS = 2_000;

/** Keeps the last 50 lines of what a mongod prints (one JSON document a line) and calls `onReady` when it listens. */
export function createMongodLog({ onReady }: { onReady: () => void }): MongodLog {
  let rest = '';
  const kept: string[] = [];
  return {
    add: (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = (lines.pop() ?? '').slice(0, 64_000);
      for (const line of lines) {
        if (line.includes('"msg":"Waiting for connections"')) onReady();
        kept.push(line.slice(0, KEPT_CHARS));
      }
      kept.splice(0, Math.max(0, kept.length - KEPT_LINES));
    },
    lines: () => [...kept, rest].filter((line) => line !== ''),
    reason: () => {
      const errors = [...kept, rest].map(errorOf).filter((text) => text !== '');
      return errors.at(-1) ?? '';
    },
  };
}

/** `{"s":"E","msg":…,"attr":{"error":…}}`; anything that is no JSON came before the log was open and is an error as it stands. */
function errorOf(line: string): string {
  try {
    const { s, msg, attr } = JSON.parse(line) as { s?: string; msg?: string; attr?: { error?: unknown } };
    if (s !== 'E' && s !== 'F') return '';
    return attr?.error === undefined ? (msg ?? '') : `${msg}: ${textOf(attr.error)}`;
  } catch {
    return line.startsWith('{') ? '' : line.trim();
  }
}

function textOf(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}
