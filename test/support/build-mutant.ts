import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import { ROOT } from './in-force.ts';

/** One place of the source to get wrong: `text`, which must stand in `file` exactly once, becomes `by`. */
export interface Patch {
  file: string;
  text: string;
  by: string;
}

/**
 * Bundles the program with some of its source changed and gives the script to run. It lies in a folder of its own that looks like the
 * project's root from there, and goes with the test.
 */
export async function buildMutant(patches: readonly Patch[]): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'tagwise-mutant-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  // The program looks for its packs and its dependencies from where it lies.
  for (const name of ['node_modules', 'keywords', 'src', 'package.json']) symlinkSync(join(ROOT, name), join(root, name));
  const patched = new Set<Patch>();
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts'],
    outdir: join(root, 'dist'),
    ...{ bundle: true, splitting: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' },
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const mine = patches.filter(({ file }) => relative(ROOT, path) === file);
            if (mine.length === 0) return null;
            let contents = readFileSync(path, 'utf8');
            for (const patch of mine) {
              const places = contents.split(patch.text).length - 1;
              if (places !== 1) throw new Error(`${patch.file} has this ${places} times, not once: ${patch.text}`);
              contents = contents.replace(patch.text, () => patch.by);
              patched.add(patch);
            }
            return { contents, loader: 'ts' };
          }),
      },
    ],
  });
  // What the program knows of intents is part of the build.
  for (const model of readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith('.model')))
    symlinkSync(join(ROOT, 'dist', model), join(root, 'dist', model));
  if (patched.size !== patches.length) throw new Error('a patch was for a file that is not in the bundle');
  return join(root, 'dist', 'main.js');
}
