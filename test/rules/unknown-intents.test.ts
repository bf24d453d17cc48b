import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { parseRules } from '../../src/rules/parse-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { askForIntents, unknownIntents } from '../../src/rules/unknown-intents.ts';
import { createCaller } from '../support/call-verb.ts';
import { defaultLibrary } from '../support/default-library.ts';

const KNOWN = ['complaint', 'cancel'];
const read = (on: string, condition: string): Rule[] => {
  const text = `- { id: a, on: ${on}, if: ${condition}, do: [{ add: 高潜力客户 }] }`;
  return parseRules({ file: 'own.yaml', text, tree: createTagTree(defaultLibrary) }) as Rule[];
};
const found = (on: string, condition: string) =>
  unknownIntents(read(on, condition), KNOWN).map(({ field, message }) => `${field} ${message}`);

test('a rule that asks for an intent nobody taught is pointed out, with the nearest right word, however deep it asks', () => {
  expect(found('message', '{ intent: complaint }')).toEqual([]);
  expect(found('message', '{ intent: complant }')).toEqual(['.if.intent Did you mean complaint?']);
  expect(found('message', '{ intent: [cancel, weather_talk] }')).toEqual(['.if.intent There is no such intent.']);
  expect(found('message', '{ any: [{ tag: VIP }, { not: { intent: { of: cancl, confidence: 0.8 } } }] }')).toEqual([
    '.if.any[1].not.intent Did you mean cancel?',
  ]);
});

test('what is no message has no intent', () => {
  expect(found('visit', '{ intent: complaint }')).toEqual(['.if.intent Use intent under on: message only.']);
  expect(found('{ tagged: [询价] }', '{ intent: complaint }')).toEqual(['.if.intent Use intent under on: message only.']);
});

test('without a rule that asks, nobody need know which intents there are', () => {
  expect(askForIntents(read('message', '{ tag: VIP }'))).toBe(false);
  expect(askForIntents(read('message', '{ all: [{ intent: cancel }] }'))).toBe(true);
});

test('rules check says so, of the intents that come with the program, in Chinese as in English', async () => {
  const { dir, write, call } = createCaller();
  mkdirSync(join(dir, 'rules'));
  write('tagwise.yaml', 'rules: [rules]\n');
  write(
    'rules/own.yaml',
    [
      '- { id: a, on: message, if: { intent: complant }, do: [{ add: 高潜力客户 }] }',
      '- { id: b, on: message, if: { intent: complaint }, do: [{ add: 高潜力客户 }] }',
      '- { id: c, on: visit, if: { intent: complaint }, do: [{ add: 高潜力客户 }] }',
    ].join('\n'),
  );
  const { code, stdout } = await call(['rules', 'check', '--lang', 'zh']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/a\.if\.intent.*complaint/);
  expect(stdout).not.toMatch(/b\.if/);
  expect(stdout).toMatch(/c\.if\.intent.*on: message/);
  expect(stdout).not.toMatch(/Use intent|Did you mean/);
});
