import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { ownServer } from '../support/own-server.ts';
import { marksIn, speedFor, withMarks } from '../support/replay-marks.ts';
import { linesText, shopLines, withoutRepeats } from '../support/shop-lines.ts';
import { exportedState, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const OUTAGE_MS = 5_000;

test('a database that is killed in mid-replay and comes back 5 s later: nothing is lost and nothing comes twice', async () => {
  const lines = shopLines({ seed: 5, lines: 2000, customers: 40, repeats: 0.1 });
  const whole = { home: temporaryHome(), env: { MONGODB_URI: freshDatabase().uri } };
  await tagwise({ ...whole, args: ['replay', '-'], input: linesText(lines) });

  const server = await ownServer();
  const call = { home: temporaryHome(), env: { MONGODB_URI: server.uri('shop') } };
  const args = ['replay', '-', '--speed', speedFor(lines, 5_000), '--json'];
  const run = startTagwise({ ...call, args, input: linesText(withMarks(lines)) });
  await run.wrote(({ stderr }) => marksIn(stderr) >= 4);
  await server.kill();
  await sleep(OUTAGE_MS);
  expect(run.child.exitCode).toBeNull();
  const before = marksIn(run.stderr());
  await server.startAgain();
  const { code, stdout, stderr } = await run.ended;
  expect({ code, before: before < marksIn(stderr) }).toEqual({ code: 1, before: true });

  const { lines: read, messages, events, duplicates, unreadable } = JSON.parse(stdout) as Record<string, number>;
  expect(Number(messages) + Number(events) + Number(duplicates)).toBe(lines.length);
  expect(unreadable).toBe(Number(read) - lines.length);
  // An insert whose answer was lost is sent again and then counts as known.
  expect(duplicates).toBeGreaterThanOrEqual(lines.length - withoutRepeats(lines).length);
  expect(await exportedState(call)).toBe(await exportedState(whole));
});
