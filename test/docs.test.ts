// What the documents say is there must be there, and what is there must be said.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../src/config/config.ts';
import { configSchema } from '../src/config/config-schema.ts';

const read = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

test('every setting is described, and the example of the page is a configuration', () => {
  const page = read('configuration.md');
  const missing = Object.keys(configSchema.shape).filter(
    (field) => !page.includes(`\`${field}\``) && !page.includes(`\`${field}[`),
  );
  expect(missing).toEqual([]);
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseConfig(example, 'tagwise.yaml').people.map(({ id }) => id)).toEqual(['wang', 'li', 'zhao']);
});
