import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** The imported file, as a path from the project's folder, or the package's name. */
  target: string;
  /** Whether only types come over, which vanish when the program is built. */
  typeOnly: boolean;
  /** Loaded when it is needed, by `import()`. */
  dynamic: boolean;
}

export interface SourceFile {
  /** From the project's folder: `src/match/fold.ts`. */
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:([^;'"]*?)\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*(['"`])([^'"`]+)\1\s*\)/g;

/** `{ type A, type B }` brings types only, as `import type` does. */
const onlyTypes = (names: string): boolean => {
  const [, inner] = /^\s*\{([^}]*)\}\s*$/s.exec(names) ?? [];
  const each = (inner ?? '').split(',').filter((name) => name.trim() !== '');
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name));
};

const targetOf = (path: string, name: string): string =>
  name.startsWith('.') ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name;

const importsOf = (path: string, text: string): Import[] => [
  ...[...text.matchAll(STATIC)].map(([, type, names = '', name = '']) => ({
    target: targetOf(path, name),
    typeOnly: type !== undefined || onlyTypes(names),
    dynamic: false,
  })),
  ...[...text.matchAll(DYNAMIC)].map(([, , name = '']) => ({ target: targetOf(path, name), typeOnly: false, dynamic: true })),
];

/** Every TypeScript file below a folder of the project, with what it imports. Types of packages (`.d.ts`) are none of ours. */
export const sourceFiles = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
    });
