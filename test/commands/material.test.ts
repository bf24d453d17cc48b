// Material for a customer, in chat and on the command line; held against the segments of the database.
import { expect, test } from 'vitest';
import type { Piece } from '../../src/domain/material.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { DAY, feed, happens, START, says } from '../support/lines.ts';
import { LI, openDesk } from '../support/open-desk.ts';

const QUERIES = [
  '询价',
  '-询价',
  '需求与意向',
  '询价 发票',
  '消费>1万',
  '静默>=2天',
  '询价 或 消费>100',
  '报价中>1天',
  '城市:上海',
];
const pieces = QUERIES.map((when, place): Piece => ({ id: `p${place}`, title: when, kind: 'reply', text: when, when }));

test('a piece fits exactly those whom /segment finds with its when', async () => {
  const desk = await openDesk();
  const { app, give } = desk;
  await feed(app, [
    says('a', '这个多少钱？请开发票', START),
    says('b', '多少钱', START + 2 * DAY),
    happens('c', 'order', { order: 'o1', amount: 20_000, currency: 'CNY' }, START + 2 * DAY),
    happens('d', 'quote', { quote: 'q1', amount: 500, currency: 'CNY' }, START),
    says('e', '你好', START + 2 * DAY + 1),
  ]);
  await give(LI, 'customer e 城市:上海');
  app.inForce.replace({ material: pieces });
  const fits = new Map<string, string[]>();
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    const reply = await give(LI, `material ${id}`);
    if (reply.kind !== 'material') throw new Error(reply.kind);
    expect(reply.doc).toMatchObject({ of: QUERIES.length, count: reply.doc.material.length });
    for (const { when } of reply.doc.material) fits.set(when, [...(fits.get(when) ?? []), id]);
  }
  for (const query of QUERIES) {
    const found = await give(LI, `segment ${query}`);
    if (found.kind !== 'segment') throw new Error(found.kind);
    expect([query, fits.get(query) ?? []]).toEqual([query, found.doc.customers.map(({ id }) => id).sort()]);
  }
  expect([...fits.values()].flat().length).toBeGreaterThan(8);
});

test('the answer names kind, words and why, in both languages; a tag that is archived brings up nothing', async () => {
  const { app, give, confirm } = await openDesk();
  await feed(app, [says('a', '这个多少钱？', START, { customer: { id: 'a', name: '老王' } })]);
  const reply = () => give(LI, '话术 老王');
  expect(renderReply(await reply(), aView('zh'))).toContain('现在没有素材');
  const text = '您好，\n报价单见附件。\u001b[31m';
  app.inForce.replace({
    material: [{ id: 'x', title: '报价', kind: 'reply', text, when: '询价', url: 'https://example.com/x' }],
  });
  const zh = renderReply(await reply(), aView('zh'));
  expect(zh).toContain('1 条对得上：\n\n话术 报价\n  您好，\n  报价单见附件。\n  https://example.com/x\n  因为 询价');
  expect(zh).not.toContain('\u001b');
  expect(renderReply(await reply(), aView('en'))).toContain('1 fits:\n\nreply 报价');
  await confirm({ id: 'Hua', name: 'Hua', role: 'manager' }, 'library archive 询价');
  expect(await reply()).toMatchObject({ doc: { count: 0 } });
});
