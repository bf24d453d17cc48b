// What a table gave goes along when the tag becomes part of another, as what words and hands gave does.
import { expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { createCaller } from '../support/call-verb.ts';

test('a tag out of a table is the other one after a merge, stays so when the table comes again, and comes back by undo', async () => {
  const { type, write } = createCaller();
  const json = async <T>(line: string): Promise<T> => JSON.parse((await type(`${line} --json`)).stdout) as T;
  const count = async (query: string) => (await json<{ count: number }>(`segment ${query}`)).count;
  write('a.csv', '客户编号,姓名,标签\nA1,甲,询价\nA2,乙,砍价、询价\nA3,丙,砍价\n');
  await type('import a.csv');
  await type('library merge 询价 砍价 --yes');
  expect(await count('砍价')).toBe(3);
  expect(await count('询价')).toBe(3);
  expect(await json<ImportAnswer>('import a.csv')).toMatchObject({ customers: { new: 0, updated: 0, unchanged: 3 } });
  await type('library undo');
  expect(await count('砍价')).toBe(2);
  expect(await count('询价')).toBe(2);
});
