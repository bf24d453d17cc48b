import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPacks } from '../../src/config/load-packs.ts';
import { loadRules } from '../../src/config/load-rules.ts';
import { ruleNames, taskTitles, topicNames } from '../../src/text/topic-names.ts';
import { tree } from '../support/answers.ts';

test('every shipped topic and rule has a name in both languages, and no name is left over', async () => {
  const dirs = ['zh', 'en'].map((lang) => fileURLToPath(new URL(`../../keywords/${lang}`, import.meta.url)));
  const { topics } = await loadPacks({ dirs, tagId: (name) => (tree.node(name) ? name : undefined) });
  expect(Object.keys(topicNames).sort()).toEqual(topics.map(({ id }) => id).sort());
  const rules = await loadRules({ dirs: [fileURLToPath(new URL('../../keywords/rules', import.meta.url))], tree });
  expect(Object.keys(ruleNames).sort()).toEqual(rules.map(({ id }) => id).sort());
  const titles = rules.flatMap((rule) => {
    const [task] =
      rule.kind === 'state' ? [rule.task] : rule.actions.flatMap((action) => (action.do === 'task' ? [action.task] : []));
    return task ? [[rule.id, task.title]] : [];
  });
  expect(Object.fromEntries(Object.entries(taskTitles).map(([id, { zh }]) => [id, zh]))).toEqual(Object.fromEntries(titles));
});
