import { expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import { splitWords } from '../../src/commands/split-words.ts';
import { TagwiseError } from '../../src/errors.ts';
import { renderError } from '../../src/text/terminal/render-error.ts';
import { feed, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

test.each([
  ['segment VIP 静默', ['segment', 'VIP', '静默']],
  ['segment "Price sensitive" -Won', ['segment', 'Price sensitive', '-Won']],
  ['tag 王芳 +"Price sensitive" -“Good channels”', ['tag', '王芳', '+Price sensitive', '-Good channels']],
  ['tags "王 芳"', ['tags', '王 芳']],
  ['segment "Intent level:High"', ['segment', 'Intent level:High']],
  ['find 5"', ['find', '5"']],
  ['', []],
])('typed in a chat: %s', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('the names of a hint, typed back in a chat, do what they say', async () => {
  const { app } = await openStreet();
  await feed(app, [says('u1', '你好')]);
  const context: Context = { app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'en', atHand: null };
  const type = (line: string) => {
    const [name = ''] = splitWords(line);
    const command = commandNamed(name);
    if (!command) throw new Error(name);
    return command.run(context, splitWords(line, command.query).slice(1));
  };
  const hint = async (line: string) => {
    const error = await type(line).catch((thrown: unknown) => thrown);
    if (!(error instanceof TagwiseError)) throw error;
    return renderError(error, 'en').hint;
  };
  const namesIn = (text: string) =>
    text
      .replace(/^[^:]*?(?:Say which: |mean )/, '')
      .replace(/[.?]$/, '')
      .split(', ');

  const high = namesIn(await hint('tag u1 +高'));
  expect(high).toContain('"Intent level:High"');
  await type(`tag u1 +${high[0]}`);
  const asked = namesIn(await hint('segment 高'));
  expect(asked).toEqual(high);
  const counts = await Promise.all(
    asked.map(async (name) => {
      const reply = await type(`segment ${name}`);
      return reply.kind === 'segment' ? reply.doc.count : null;
    }),
  );
  expect(counts).toEqual([1, ...high.slice(1).map(() => 0)]);
  // In quotes, a whole query stays one, and a negation is none of the name.
  for (const [line, count] of [
    ['segment "Stage 或 高潜力客户"', 0],
    ['segment -"Good channels"', 1],
    [`segment -${high[0]}`, 0],
    // A group without one of its tags, which "意向-高" would be.
    ['segment "意向 -意向:高"', 0],
    ['segment "意向 -意向-低"', 1],
  ] as const) {
    const reply = await type(line);
    expect(reply.kind === 'segment' && reply.doc.count, line).toBe(count);
  }
});

test('names that a query would read otherwise, in quotes in a chat: a tag with brackets, a saved segment with a space', async () => {
  const { app } = await openStreet();
  await feed(app, [says('u1', '你好'), says('u2', '你好')]);
  const context: Context = { app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
  const type = (line: string) => {
    const [name = ''] = splitWords(line);
    const command = commandNamed(name);
    return command?.run({ ...context, told: '' }, splitWords(line, command.query).slice(1));
  };
  const count = async (line: string) => {
    const reply = await type(line);
    return reply?.kind === 'segment' ? [reply.doc.count, reply.doc.query] : reply?.kind;
  };
  await type('library add "大客户(华东)" --in 价值分层 --yes');
  await type('tag u1 +"大客户(华东)"');
  expect(await count('segment "大客户(华东)"')).toEqual([1, '"大客户(华东)"']);
  expect(await count('segment -"大客户(华东)"')).toEqual([1, '-"大客户(华东)"']);
  await type('segment "大客户(华东)" --save "该 联系"');
  expect(await count('segment @"该 联系"')).toEqual([1, '@"该 联系"']);
  expect(await count('segment -@"该 联系"')).toEqual([1, '-@"该 联系"']);
  const batch = await type('tag @(@"该 联系") +合同 --yes');
  expect(batch?.kind === 'batch' && batch.doc.changed).toBe(1);
  // What is no name stays a query.
  expect(await count('segment "(合同 或 VIP)"')).toEqual([1, '(合同 或 VIP)']);
});

test('a tag that is called like a joining word is a name in quotes, in a chat as in a query', async () => {
  const { app } = await openStreet();
  await feed(app, [says('u1', '你好'), says('u2', '你好'), says('u3', '你好')]);
  const context: Context = { app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
  const type = (line: string) => {
    const [name = ''] = splitWords(line);
    const command = commandNamed(name);
    return command?.run({ ...context, told: '' }, splitWords(line, command.query).slice(1));
  };
  const count = async (line: string) => {
    const reply = await type(line);
    return reply?.kind === 'segment' ? [reply.doc.count, reply.doc.query] : reply?.kind;
  };
  for (const name of ['and', '或', '不是', '"A 级"']) await type(`library add ${name} --in 价值分层 --yes`);
  await type('tag u1 +"and" +VIP +"A 级"');
  await type('tag u2 +VIP');
  await type('tag u3 +“或”');
  expect(await count('segment "and"')).toEqual([1, '"and"']);
  expect(await count('segment VIP -"and"')).toEqual([1, 'VIP -"and"']);
  expect(await count('segment VIP and "and"')).toEqual([1, 'VIP and "and"']);
  expect(await count('segment “或” or (“and” VIP)')).toEqual([2, '“或” or (“and” VIP)']);
  expect(await count('segment "不是" or "或"')).toEqual([1, '"不是" or "或"']);
  expect(await count('segment ("A 级" or "或") VIP')).toEqual([1, '("A 级" or "或") VIP']);
  await type('segment "and" --save "not"');
  expect(await count('segment @"not"')).toEqual([1, '@"not"']);
  const batch = await type('tag @("and" VIP) +"或" --yes');
  expect(batch?.kind === 'batch' && batch.doc.changed).toBe(1);
  expect(await count('segment "或"')).toEqual([2, '"或"']);
  const removed = await type('tag u1 -"and"');
  expect(removed?.kind).toBe('changed');
  expect(await count('segment "and"')).toEqual([0, '"and"']);
});
