#!/usr/bin/env node
// Runs the built program, building it first where an install without scripts left it unbuilt.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  process.chdir(new URL('..', import.meta.url).pathname);
  await import('../build.mjs');
}
await import(main.href);
