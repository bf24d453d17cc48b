import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections, so that ours stays free while we are off. */
const FROM = 20_000;
const TO = 32_000;
const TRIES = 20;

/** The wished port of the loopback interface when it is free, else any free one. */
export async function freePort(wished: number | null, random: (from: number, to: number) => number = randomInt): Promise<number> {
  if (wished !== null && (await isFree(wished))) return wished;
  for (let left = TRIES; left > 0; left--) {
    const port = random(FROM, TO);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)));
  });
}
