import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a shell script that stands for a program. */
export function fakeProgram(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

/** A mongod that tells its version and, asked to serve, does `serve`. */
export function fakeMongod(path: string, version: string, serve = 'exit 1'): string {
  return fakeProgram(path, `if [ "$1" = --version ]; then echo "db version v${version}"; exit 0; fi\n${serve}`);
}
