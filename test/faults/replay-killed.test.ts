import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MARKS, marksIn, speedFor, withMarks } from '../support/replay-marks.ts';
import { linesText, shopLines, withoutRepeats } from '../support/shop-lines.ts';
import { exportedState, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const LINES = 3000;
/** At this pace the stream lasts longer than the longest wait, so that each kill strikes while lines come in. */
const STREAM_MS = 3_500;
const WAITS = [200, 760, 1_320, 1_880, 2_440, 3_000];
const lines = shopLines({ seed: 20_260_301, lines: LINES, customers: 50, repeats: 0.15 });
const text = linesText(withMarks(lines));

test('killed by -9 six times in mid-stream and then finished, a replay ends in the state of one that was left alone', async () => {
  const home = temporaryHome();
  mkdirSync(dirname(home), { recursive: true });
  const file = join(dirname(home), 'lines.jsonl');
  writeFileSync(file, text);

  const reached: number[] = [];
  for (const wait of WAITS) {
    const run = startTagwise({ home, args: ['replay', file, '--speed', speedFor(lines, STREAM_MS)] });
    await run.wrote(({ stderr }) => marksIn(stderr) > 0);
    await sleep(wait);
    run.child.kill('SIGKILL');
    const { signal, stderr } = await run.ended;
    if (signal === 'SIGKILL' && marksIn(stderr) < MARKS) reached.push(marksIn(stderr));
  }
  // The marks say that each struck between the first line and the last, and that the last runs got far.
  expect(reached.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...reached)).toBeGreaterThan(MARKS / 2);

  const last = await tagwise({ home, args: ['replay', file, '--json'] });
  expect(last.code).toBe(1);
  const { lines: read, messages, events, duplicates, unreadable } = JSON.parse(last.stdout) as Record<string, number>;
  expect({ read, unreadable }).toEqual({ read: LINES + MARKS, unreadable: MARKS });
  expect(Number(messages) + Number(events) + Number(duplicates)).toBe(LINES);
  // What the killed runs had kept comes again and is known.
  expect(duplicates).toBeGreaterThan(LINES * 0.5);

  const alone = temporaryHome();
  const whole = await tagwise({ home: alone, args: ['replay', '-', '--json'], input: linesText(lines) });
  expect(JSON.parse(whole.stdout)).toMatchObject({ duplicates: LINES - withoutRepeats(lines).length, unreadable: 0 });
  expect(LINES - withoutRepeats(lines).length).toBe(LINES * 0.15);
  const state = await exportedState({ home });
  expect(state.split('\n').length).toBeGreaterThan(50);
  expect(state).toBe(await exportedState({ home: alone }));
});
