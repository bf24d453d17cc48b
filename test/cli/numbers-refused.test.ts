import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const CARD = '6222020200000000253';

test('a person, a library and a people file with a card number are refused, and nobody sees it', async () => {
  const { type, call, dir } = createCaller();
  await type('customer new mei');
  const refused = [await type(`tag mei +急 --as ${CARD} --role manager --lang en`)];

  await type(`library export ${join(dir, 'tags.yaml')}`);
  const text = readFileSync(join(dir, 'tags.yaml'), 'utf8');
  writeFileSync(join(dir, 'card.yaml'), text.replace('name: 询价', `name: 询 ${CARD}`));
  refused.push(await type(`library import ${join(dir, 'card.yaml')}`));
  expect(refused[1]?.stderr).toMatch(/card\.yaml:\d+/);

  writeFileSync(join(dir, 'people.yaml'), `people:\n  - {id: wang, name: 王 ${CARD}, role: manager}\n`);
  refused.push(await call(['tags', 'mei', '--config', join(dir, 'people.yaml')]));
  for (const { code, stdout, stderr } of refused) {
    expect(code).toBe(1);
    expect(stdout + stderr).not.toContain(CARD);
  }
  const shown = await Promise.all(['audit --json', 'library show', 'tags mei'].map((line) => type(line)));
  expect(shown.map(({ stdout }) => stdout).join('')).not.toContain(CARD);
});

test('what was done in one moment is told in the order in which it was done, a change of the library with what it changed', async () => {
  const { type, dir } = createCaller();
  const line = {
    id: 'm1',
    at: '2026-03-01T09:00:00+08:00',
    channel: 'wecom',
    customer: { id: 'u1' },
    from: 'customer',
    text: '你好',
  };
  await type('replay -', `${JSON.stringify(line)}\n`);
  await type('tag u1 +VIP');
  await type(`library export ${join(dir, 'tags.yaml')}`);
  const text = readFileSync(join(dir, 'tags.yaml'), 'utf8');
  writeFileSync(join(dir, 'tags.yaml'), text.replace(/( +)name: VIP客户/, '$1name: VIP客户\n$1archived: true'));
  expect((await type(`library import ${join(dir, 'tags.yaml')}`)).code).toBe(0);
  const { history } = JSON.parse((await type('why u1 VIP --json')).stdout) as { history: { action: string }[] };
  expect(history.map(({ action }) => action)).toEqual(['remove', 'add']);
  const { entries } = JSON.parse((await type('audit --json')).stdout) as { entries: { action: string; reason: string }[] };
  expect(entries.map(({ action }) => action).slice(0, 3)).toEqual(['remove', 'library', 'add']);
  expect(entries[1]?.reason).toBe('vip');
});

test('a customer is found by the name with the channel that answers print', async () => {
  const { type } = createCaller();
  const line = (channel: string) => ({
    id: 'm1',
    at: '2026-03-01T09:00:00+08:00',
    channel,
    customer: { id: 'u1' },
    from: 'customer',
    text: '你好',
  });
  await type('replay -', `${JSON.stringify(line('shop'))}\n${JSON.stringify(line('wecom'))}\n`);
  expect((await type('customer wecom:u1 地区:上海')).code).toBe(0);
  expect(JSON.parse((await type('customer wecom:u1 --json')).stdout)).toMatchObject({
    customer: { id: 'wecom:u1' },
    fields: { region: '上海' },
  });
});
