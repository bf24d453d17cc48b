import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recallYaml, yamlFile } from '../../src/cli/recall-yaml.ts';
import { knownYaml } from '../../src/domain/known-yaml.ts';

const folder = (written: string | null): string => {
  const root = mkdtempSync(join(tmpdir(), 'tagwise-recall-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'dist'));
  if (written !== null) writeFileSync(yamlFile(root), written);
  return root;
};

test('what the build wrote down is known', async () => {
  await recallYaml(folder(JSON.stringify([['recalled: [a]', { recalled: ['a'] }]])));
  expect(knownYaml('recalled: [a]')).toEqual({ recalled: ['a'] });
});

test.each([null, '', '[["cut', 'null', '{}', '[null, ["a"], [1, 2], "b"]'])(
  'where it is damaged, %j, files are read as ever',
  async (written) => {
    await expect(recallYaml(folder(written))).resolves.toBeUndefined();
  },
);
