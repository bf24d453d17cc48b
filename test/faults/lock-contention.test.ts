import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startScript } from '../support/home-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

test('processes that fight for the locks of dead ones never own the home together', async () => {
  const home = temporaryHome();
  mkdirSync(home);
  const rounds = 400;
  const fighters = ['0', '1', '2'].map((number) => startScript('lock-contender.ts', [home, number, String(rounds)]));
  const results = await Promise.all(fighters.map(({ answer }) => answer<{ together: number; deaths: number }>()));
  expect(results).toEqual(Array(3).fill({ together: 0, deaths: rounds / 2 }));
});
