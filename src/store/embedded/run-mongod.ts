import { type ChildProcess, spawn } from 'node:child_process';
import { createMongodLog } from './mongod-log.ts';

/** A mongod that listens. */
export interface RunningMongod {
  pid: number;
  port: number;
  /** Resolves when it has ended, for whatever cause. */
  ended: Promise<void>;
  /** What it printed last, at most 50 lines. */
  lastLines: () => string[];
  /** Asks it to end, and after 10 s makes it; resolves when it has ended. */
  stop: () => Promise<void>;
}

/** A mongod that ended before it listened. `exit` is its code, null when a signal or our patience ended it. */
export class MongodFailed extends Error {
  readonly exit: number | null;
  readonly reason: string;

  constructor(exit: number | null, reason: string, lines: string[]) {
    super(lines.join('\n'));
    this.name = 'MongodFailed';
    this.exit = exit;
    this.reason = reason;
  }
}

const PATIENCE_MS = 120_000;
const STOP_MS = 10_000;
/** Seconds after which the server gives up a transaction whose process died in it; ours take milliseconds. */
const LONGEST_TRANSACTION = 10;

/** Starts a mongod as a member of the set `rs0` on a loopback port and resolves when it listens. Throws `MongodFailed`. */
export async function runMongod(options: {
  /** The program with the words before it (`die-with-parent`). */
  command: string[];
  dbpath: string;
  port: number;
  args: string[];
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}): Promise<RunningMongod> {
  const { command, dbpath, port, args, env, signal } = options;
  signal?.throwIfAborted();
  const [program = '', ...before] = command;
  const child = spawn(program, [...before, ...argumentsFor(dbpath, port, args)], {
    // Its own group: Ctrl-C at the terminal is for us, who end it when the work is done.
    detached: process.platform !== 'win32',
    windowsHide: true,
    // A locale that is named but not installed stops it.
    env: { ...env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((done) => child.once('close', () => done()).once('error', () => done()));
  const stop = () => stopChild(child, ended);
  const lines = await listening(child, signal).catch(async (error) => {
    await stop();
    throw error;
  });
  return { pid: child.pid ?? 0, port, ended, lastLines: lines, stop };
}

/** What a caller names himself is left out of ours: mongod refuses a repeated option. */
function argumentsFor(dbpath: string, port: number, args: string[]): string[] {
  const ours = [
    ['--dbpath', dbpath],
    ['--port', String(port)],
    ['--bind_ip', '127.0.0.1'],
    ['--replSet', 'rs0'],
    ['--wiredTigerCacheSizeGB', '0.25'],
    ['--quiet'],
    ...(process.platform === 'win32' ? [] : [['--nounixsocket']]),
  ];
  const kept = ours.filter(([name = '']) => !args.some((arg) => arg === name || arg.startsWith(`${name}=`)));
  const given = args.map((arg) => arg.split('=')[0]);
  const parameters = ['diagnosticDataCollectionEnabled=false', `transactionLifetimeLimitSeconds=${LONGEST_TRANSACTION}`].filter(
    (parameter) => !given.includes(parameter.split('=')[0]),
  );
  return [...kept.flat(), ...parameters.flatMap((parameter) => ['--setParameter', parameter]), ...args];
}

function listening(child: ChildProcess, signal: AbortSignal | undefined): Promise<() => string[]> {
  return new Promise((done, fail) => {
    const log = createMongodLog({ onReady: () => settle(() => done(log.lines)) });
    const giveUp = () => settle(() => fail(signal?.reason ?? new MongodFailed(null, log.reason(), log.lines())));
    const timer = setTimeout(giveUp, PATIENCE_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      act();
    };
    signal?.addEventListener('abort', giveUp);
    // The pipes are drained for as long as it runs, else it would stand still.
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', log.add);
    child.once('error', (error) => settle(() => fail(new MongodFailed(null, error.message, []))));
    child.once('close', (code) => settle(() => fail(new MongodFailed(code, log.reason(), log.lines()))));
  });
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), STOP_MS);
  await ended;
  clearTimeout(timer);
}

/** With the shell between us only the group's signal reaches mongod. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in this moment.
  }
}
