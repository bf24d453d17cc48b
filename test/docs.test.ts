// What the documents say is there must be there, and what is there must be said.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../src/config/config.ts';
import { configSchema } from '../src/config/config-schema.ts';
import { webhookFields } from '../src/config/webhook-schema.ts';
import { createTagTree } from '../src/domain/tag-tree.ts';
import { TEST_EVENT, WEBHOOK_EVENTS } from '../src/domain/webhook.ts';
import { conditionKinds } from '../src/rules/conditions/index.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import { FACTS } from '../src/segments/fact-names.ts';
import { readSegment } from '../src/segments/read-segment.ts';
import { savedByName } from '../src/segments/saved.ts';
import { defaultLibrary } from './support/default-library.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('every setting is described, and the example of the page is a configuration', () => {
  const page = read('docs/configuration.md');
  const missing = Object.keys(configSchema.shape).filter(
    (field) => !page.includes(`\`${field}\``) && !page.includes(`\`${field}[`),
  );
  expect(missing).toEqual([]);
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseConfig(example, 'tagwise.yaml').people.map(({ id }) => id)).toEqual(['wang', 'li', 'zhao']);
});

test('every condition and action of rules is described, and the examples of the page are rules', () => {
  const page = read('keywords/rules/README.md');
  for (const { word } of conditionKinds) expect(page).toContain(`\`${word}: `);
  for (const word of ['add', 'remove', 'stage', 'task', 'notify', 'webhook']) expect(page).toContain(`\`${word}: `);
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(examples).toHaveLength(2);
  for (const text of examples)
    expect(parseRules({ file: 'README.md', text, tree: createTagTree(defaultLibrary) })).toEqual(
      expect.arrayContaining([expect.objectContaining({ condition: expect.anything() })]),
    );
});

test('every event and setting of webhooks is described, and the example of the page is a configuration', () => {
  const page = read('docs/webhooks.md');
  for (const word of [...WEBHOOK_EVENTS, ...webhookFields, TEST_EVENT]) expect(page).toContain(`\`${word}\``);
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseConfig(example, 'tagwise.yaml').webhooks.map(({ name }) => name)).toEqual([
    ...['crm', 'sales_board', 'wake_up', 'only_rules'],
  ]);
});

test('every query of the page on segments is read, and every fact that can be compared stands there', () => {
  const page = read('docs/segments.md');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  // Of the words in quotes, one stands for a name that the library does not have.
  const queries = rows.flatMap((row) =>
    [...(row.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, query = '']) => query),
  );
  expect(queries.length).toBeGreaterThan(30);
  const tags = createTagTree(defaultLibrary);
  const saved = savedByName([{ name: '大户', query: '消费超过一万' }]);
  const asked = queries.filter((query) => query !== '"and"').map((query) => readSegment({ query, tags, saved }));
  const compared = new Set(JSON.stringify(asked).match(/(?<="fact":")\w+/g));
  expect(Object.keys(FACTS).filter((fact) => !compared.has(fact))).toEqual([]);
});
