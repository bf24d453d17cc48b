import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readLine } from '../../src/domain/line.ts';
import { isOutage } from '../../src/store/faults.ts';
import { exportState } from '../../src/transfer/export-state.ts';
import { START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';
import { ownServer } from '../support/own-server.ts';

const WITHIN = 400;
/** The deadline, and what a busy machine adds. */
const REFUSED_WITHIN = WITHIN + 600;

const server = await ownServer();

const state = async ({ app }: Street): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportState(app)) lines.push(line);
  return lines;
};

/** What a platform hears of one delivery, and how soon. */
const deliver = async ({ app }: Street, n: number) => {
  const { text, from, ...fact } = says(`c${n % 5}`, '这个多少钱？', START + n, { id: `m${n}` }) as Record<string, unknown>;
  // One in three brings a number, which is kept whole apart from the event.
  const profile = { ...fact, event: 'profile', data: { phone: `138000${10_000 + n}` } };
  const line = readLine(JSON.stringify(n % 3 === 0 ? profile : { ...fact, text, from }));
  if (line.kind !== 'event') throw new Error('a message');
  const began = performance.now();
  const heard = await app.receive(line.event, () => 0).catch((error: unknown) => (isOutage(error) ? 'refused' : error));
  return { heard, ms: performance.now() - began };
};

const LINES = [...Array(30).keys()];

const open = (name: string) => openStreet({ database: { uri: server.uri(name), name }, keepWithin: WITHIN });

test.each([
  { what: 'hangs', away: server.freeze, back: server.thaw },
  { what: 'is gone', away: server.kill, back: server.startAgain },
])(
  'while the database $what every delivery is refused in time, and what is delivered again is there once',
  async ({ what, away, back }) => {
    const name = what.replace(' ', '-');
    const whole = await open(`${name}-whole`);
    for (const n of LINES) await deliver(whole, n);
    await whole.app.lanes.idle();

    const street = await open(name);
    for (const n of LINES.slice(0, 10)) expect((await deliver(street, n)).heard).toBe('kept');
    await away();
    const heard: Awaited<ReturnType<typeof deliver>>[] = [];
    for (const n of LINES.slice(10, 20)) heard.push(await deliver(street, n));
    // The first waits for the deadline; those after it are refused at once, but for one a second that tries.
    expect(heard.map((one) => one.heard)).toEqual(heard.map(() => 'refused'));
    expect(Math.max(...heard.map(({ ms }) => ms))).toBeLessThan(REFUSED_WITHIN);
    expect(heard.filter(({ ms }) => ms < 50).length).toBeGreaterThanOrEqual(8);
    await back();

    for (const n of LINES) {
      for (let tries = 0; (await deliver(street, n)).heard === 'refused'; tries += 1) {
        expect(tries).toBeLessThan(50);
        await sleep(200);
      }
    }
    await street.app.recover();
    await street.app.lanes.idle();
    expect(await state(street)).toEqual(await state(whole));
  },
);
