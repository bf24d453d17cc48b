import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { until } from './open-wechat.ts';

const tsx = createRequire(import.meta.url).resolve('tsx');
const script = fileURLToPath(new URL('wechat-gateway-process.ts', import.meta.url));

/** The name before the underscore is that of the certificate that Wechaty's gateways bring along. */
export const GATEWAY_TOKEN = 'insecure_11111111-2222-3333-4444-555555555555';

/** Starts a gateway in a process of its own; resolves when it listens. */
export const startGateway = async (port: number) => {
  const child = fork(script, [String(port), GATEWAY_TOKEN], {
    execArgv: ['--no-deprecation', '--import', tsx],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const heard: { to?: string; text?: string; up?: boolean }[] = [];
  child.on('message', (message: (typeof heard)[number]) => heard.push(message));
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  if (!(await until(() => heard.some(({ up }) => up), 30_000))) throw new Error('the gateway does not start');
  return {
    kill,
    /** Somebody writes to the account. */
    says: (from: string, text: string) => child.send({ from, text }),
    /** What somebody was told, once so much was. */
    told: async (to: string, count: number): Promise<string[]> => {
      const texts = () => heard.flatMap((one) => (one.to === to ? [one.text ?? ''] : []));
      await until(() => texts().length >= count, 10_000);
      return texts();
    },
  };
};
