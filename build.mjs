// Bundles the program in well under a second; nothing is type-checked here, `npm run types` does that.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/main.ts'],
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
