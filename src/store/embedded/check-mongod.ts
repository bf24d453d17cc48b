import { runTool } from './run-tool.ts';

/** A mongod that was seen to run here. */
export interface Mongod {
  path: string;
  version: string;
}

/** The oldest major that knows all that the store asks of it. */
const OLDEST = 5;

/** Runs `path --version`; gives the version, or a short reason why this program will not do. */
export async function checkMongod(path: string, env: NodeJS.ProcessEnv): Promise<Mongod | { path: string; reason: string }> {
  const { code, stdout, stderr } = await runTool({ command: path, args: ['--version'], env, timeoutMs: 20_000 });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (code !== 0 || version === undefined) return { path, reason: stderr.trim().split('\n')[0] || 'it does not run' };
  return Number(version.split('.')[0]) < OLDEST ? { path, reason: `${version} < ${OLDEST}.0` } : { path, version };
}
