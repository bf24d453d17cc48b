// What the README shows is typed into the real program, and every line that it prints must be the README's. After a change of
// wording that is meant, TAGWISE_RECORD=1 before this test writes the transcript anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createFolder, type Running, runTagwise, startTagwise } from '../support/run-tagwise.ts';
import { lasting, readTranscript, type Step, writeTranscript } from '../support/transcript.ts';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const FENCE = /^```console\n(.*?)\n```$/ms;
/** The folder that the README pretends to be in. */
const SHOWN = '/srv/shop';
const recording = process.env['TAGWISE_RECORD'] === '1';

const text = readFileSync(readme, 'utf8');
const [, transcript = ''] = FENCE.exec(text) ?? [];
const folder = createFolder();
let console_: Running | null = null;

afterAll(async () => {
  await console_?.stop();
  folder.remove();
});

const surroundings = { cwd: folder.dir };
const words = (typed: string) => typed.split(' ');
const linesOf = (printed: string): string[] => printed.replaceAll(folder.dir, SHOWN).replace(/\n$/, '').split('\n');

/** Waits until as much was printed as the README shows, or for as long as a person would; then a moment for anything more. */
const printedBy = async (running: Running, from: number, step: Step): Promise<string[]> => {
  const end = performance.now() + (recording ? 3_000 : 15_000);
  const enough = () => running.said.stdout.slice(from).split('\n').length > Math.max(step.printed.length, 0);
  while ((recording || !enough()) && performance.now() < end && running.child.exitCode === null) await sleep(20);
  await sleep(200);
  const printed = running.said.stdout.slice(from);
  return printed === '' ? [] : linesOf(printed);
};

const shell = async (step: Step): Promise<string[]> => {
  if (step.typed !== 'console') {
    const { code, stdout } = await runTagwise(words(step.typed), surroundings);
    expect(code, step.typed).toBe(0);
    return linesOf(stdout);
  }
  console_ = startTagwise(['console'], surroundings);
  await console_.heard(/\n {2}\/as .*\n/);
  return printedBy(console_, 0, step);
};

const talk = async (step: Step): Promise<string[]> => {
  if (!console_) throw new Error('The README talks before it opens the console.');
  const from = console_.said.stdout.length;
  console_.type(step.typed);
  const printed = await printedBy(console_, from, step);
  if (step.typed === '/quit') expect(await console_.ended).toMatchObject({ code: 0, stderr: '' });
  return printed;
};

test('the first ten minutes that the README shows are what happens', async () => {
  const steps = readTranscript(transcript);
  expect(steps.length).toBeGreaterThan(8);
  const real: Step[] = [];
  for (const step of steps) real.push({ ...step, printed: await (step.kind === 'shell' ? shell(step) : talk(step)) });
  if (recording) {
    writeFileSync(
      readme,
      text.replace(FENCE, () => `\`\`\`console\n${writeTranscript(real)}\n\`\`\``),
    );
    return;
  }
  for (const [n, step] of steps.entries()) expect(real[n]?.printed.map(lasting), step.typed).toEqual(step.printed.map(lasting));
});

test('the two commands of a newcomer come first, and it stays short and plain', () => {
  const [first = ''] = /^```.*?^```/ms.exec(text) ?? [];
  expect(first.split('\n').slice(1, -1)).toEqual([
    expect.stringMatching(/^npm install && npm start\b/),
    expect.stringMatching(/^npm install && npm test\b/),
  ]);
  expect(text.trimEnd().split('\n').length).toBeLessThan(150);
  expect(text).not.toMatch(/badge|shields/i);
});
