import { spawn } from 'node:child_process';

/** What a finished program left: its exit code (null when it could not run or was ended by us) and its output. */
export interface ToolResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

const KEPT = 8_000;

/** Runs a program to its end, at most `timeoutMs` milliseconds; never throws but for an aborted `signal`. */
export async function runTool(options: {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}): Promise<ToolResult> {
  const { command, args, env, timeoutMs, signal } = options;
  signal?.throwIfAborted();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const end = () => child.kill('SIGKILL');
  const timer = setTimeout(end, timeoutMs);
  signal?.addEventListener('abort', end);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout = (stdout + text).slice(-KEPT);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-KEPT);
  });
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', done);
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', end);
  signal?.throwIfAborted();
  return { code, stdout, stderr };
}
