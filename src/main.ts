import { fileURLToPath } from 'node:url';
import { recallYaml } from './cli/recall-yaml.ts';
import { run } from './cli/run.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));
// A reader that goes away (`| head`) ends the output, not the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const root = fileURLToPath(new URL('..', import.meta.url));
await recallYaml(root);
process.exitCode = await run(
  {
    env: process.env,
    cwd: process.cwd(),
    root,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: stop.signal,
  },
  process.argv.slice(2),
);
