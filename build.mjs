// Bundles the program in well under a second; nothing is type-checked here, `npm run types` does that. Reads the shipped files, and
// trains the shipped intents where their examples changed, which takes a while longer.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Plain scripts in so many files that finding them takes longer than running them; every command would wait for that. */
const bundled = ['re2js', 'temporal-polyfill', 'yaml', 'zod'];
const external = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.includes(name));

await build({
  entryPoints: { main: 'src/main.ts', 'train-worker': 'src/train-worker.ts', ship: 'src/cli/ship.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external,
  // Its build for Node is CommonJS, which a bundle of modules cannot hold; the other one has the same parts.
  alias: { yaml: fileURLToPath(new URL('browser/index.js', import.meta.resolve('yaml/package.json'))) },
  sourcemap: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

// Pages for browsers, each a folder: old ones too, since WeCom brings its own (Chromium 87, WebKit of Safari 14).
rmSync('dist/pages', { recursive: true, force: true });
const folders = readdirSync('src/web/pages', { withFileTypes: true }).filter((one) => one.isDirectory() && one.name !== 'parts');
const forBrowsers = {
  outdir: 'dist/pages',
  bundle: true,
  minify: true,
  target: ['chrome87', 'safari14'],
  // Safari 14 has a fault in rare forms of it, which are not used here.
  supported: { destructuring: true },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};
const buildPage = ({ name }) =>
  build({
    ...forBrowsers,
    entryPoints: ['main.tsx', 'style.css'].map((file) => ({ in: `src/web/pages/${name}/${file}`, out: name })),
    splitting: true,
    chunkNames: `${name}-[hash]`,
    format: 'esm',
  });
await Promise.all(folders.map(buildPage));
// What other sites take into their pages leaves no name there.
await build({ ...forBrowsers, entryPoints: { embed: 'src/web/pages/chat/embed.ts' }, format: 'iife' });

await import('./dist/ship.js');
