import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMaterial } from '../../src/config/load-material.ts';
import { ProblemsError } from '../../src/errors.ts';
import { tags } from '../support/any-query.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const readers = { tags, person: () => undefined };
const piece = (id: string) => `- { id: ${id}, title: x, kind: reply, text: t, when: 询价 }\n`;

test('the files of all folders together, and two of one id are told of where the second stands', async () => {
  const root = temporaryHome();
  for (const dir of ['a', 'b']) await mkdir(join(root, dir), { recursive: true });
  const dirs = ['a', 'b'].map((dir) => join(root, dir));
  await writeFile(join(root, 'a', '1.yaml'), piece('one') + piece('two'));
  await writeFile(join(root, 'b', '2.yml'), piece('three'));
  expect((await loadMaterial(dirs, readers)).map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  await writeFile(join(root, 'b', '3.yaml'), `\n${piece('two')}`);
  const error = await loadMaterial(dirs, readers).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemsError);
  expect(error).toMatchObject({
    code: 'material_broken',
    problems: [{ file: 'b/3.yaml', line: 2, field: 'two', message: 'Choose another id: a piece of a/1.yaml has this one.' }],
  });
});

test('a folder that is not there is told of; without folders there is nothing', async () => {
  await expect(loadMaterial(['/nowhere/at/all'], readers)).rejects.toMatchObject({ code: 'material_broken' });
  expect(await loadMaterial([], readers)).toEqual([]);
});
