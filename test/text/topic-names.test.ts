import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPacks } from '../../src/match/load-packs.ts';
import { stateRules } from '../../src/rules/index.ts';
import { ruleNames, topicNames } from '../../src/text/topic-names.ts';
import { tree } from '../support/answers.ts';

test('every shipped topic and rule has a name in both languages, and no name is left over', async () => {
  const dirs = ['zh', 'en'].map((lang) => fileURLToPath(new URL(`../../keywords/${lang}`, import.meta.url)));
  const { topics } = await loadPacks({ dirs, tagId: (name) => (tree.node(name) ? name : undefined) });
  expect(Object.keys(topicNames).sort()).toEqual(topics.map(({ id }) => id).sort());
  expect(Object.keys(ruleNames).sort()).toEqual(stateRules.map(({ id }) => id).sort());
});
