// Bundles the program in well under a second; nothing is type-checked here, `npm run types` does that. Trains the shipped intents where
// their examples changed, which takes a while longer.
import { build } from 'esbuild';

await build({
  entryPoints: { main: 'src/main.ts', 'train-worker': 'src/train-worker.ts', 'ship-intents': 'src/cli/ship-intents.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

await import('./dist/ship-intents.js');
