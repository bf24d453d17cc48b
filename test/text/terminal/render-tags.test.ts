import { expect, test } from 'vitest';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aCause, anEvidence, aTag, aView, mei } from '../../support/answers.ts';

const zh = aView('zh');
const en = aView('en');

test('a salesperson reads tags by group, each with age, source, end and words', () => {
  expect(`\n${renderReply({ kind: 'tags', doc: mei }, zh)}\n`).toBe(`
梅姐 (mei)  负责人 Li  阶段 报价中（2 天前）

需求与意向
  询价     3 天前     关键词 询价 等 2 项  5 天后到期  「这个【多少钱】？」
  砍价     1 天前     关键词 砍价                      「【便宜点】呗」
行为阶段
  报价中   2 天前     人工 Li
价值分层
  VIP客户  40 天前    人工 王经理
互动特征
  静默     12 小时前  规则 静默

建议（等人决定，还没有打上）
  紧急     3 天前     关键词 紧急                      「【急用】」
  同意：tag mei +需求与意向:紧急    不同意：tag mei -需求与意向:紧急

截至 2026-03-01 09:00
`);
});

test('the same in English, with the English names of the library', () => {
  expect(`\n${renderReply({ kind: 'tags', doc: { ...mei, behindMinutes: 12 } }, en)}\n`).toBe(`
梅姐 (mei)  owner Li  stage Quoting (2 days ago)

Demand
  Price inquiry  3 days ago    keywords: asks the price and 1 more  ends in 5 days  “这个[多少钱]？”
  Bargaining     1 day ago     keywords: bargains                                   “[便宜点]呗”
Stage
  Quoting        2 days ago    by hand: Li
Value
  VIP            40 days ago   by hand: 王经理
Interaction
  Silent         12 hours ago  rule: silence

Suggested (not set until somebody decides)
  Urgent         3 days ago    keywords: urgent                                     “[急用]”
  to accept: tag mei +Demand:Urgent    to turn down: tag mei -Demand:Urgent

As of 2026-03-01 09:00
The clock is 12 min behind: run start first, or any command that writes
`);
});

test('nobody has tags yet: it says how to get some', () => {
  const doc = { ...mei, customer: { id: 'u7', name: null }, owner: null, stage: null, tags: [], suggested: [] };
  expect(`\n${renderReply({ kind: 'tags', doc }, zh)}\n`).toBe(`
u7  负责人 无

还没有标签。客户说到什么会自动打上，也可以手动打：tag u7 +VIP

截至 2026-03-01 09:00
`);
  expect(renderReply({ kind: 'tags', doc }, en)).toContain('No tags yet. They come as the customer talks; by hand: tag u7 +VIP');
});

test('a lagging clock says so and how to mend it, and what should have ended says so too', () => {
  const doc = {
    ...mei,
    behindMinutes: 90,
    tags: [aTag('ask_price', [aCause('pack', 'ask_price', { expiresAt: '2026-02-28T09:00:00+08:00' })])],
  };
  const words = renderReply({ kind: 'tags', doc }, zh);
  expect(words).toContain('1 天前到期');
  expect(words).toContain('时钟落后 90 分钟，先运行 start 或任何会写入的命令');
  expect(renderReply({ kind: 'tags', doc }, en)).toContain('ended 1 day ago');
});

test('an end further off than a week is not worth a word', () => {
  const far = {
    ...mei,
    suggested: [],
    tags: [aTag('ask_price', [aCause('pack', 'ask_price', { expiresAt: '2026-03-09T09:00:00+08:00' })])],
  };
  expect(renderReply({ kind: 'tags', doc: far }, zh)).not.toContain('到期');
});

test('the ages of a day past are counted to that day', () => {
  expect(renderReply({ kind: 'tags', doc: { ...mei, asOf: '2026-02-28T09:00:00+08:00' } }, zh)).toMatch(/询价 +2 天前/);
});

test('a suggested tag whose name has a space is typed by its id', () => {
  const doc = { ...mei, suggested: [aTag('trial_demo', [aCause('pack', 'trial_demo')])] };
  expect(renderReply({ kind: 'tags', doc }, en)).toContain('to accept: tag mei +trial_demo');
});

test('colours: the tag in its own, the words that count underlined', () => {
  const words = renderReply({ kind: 'tags', doc: { ...mei, suggested: [] } }, aView('zh', { colour: true }));
  expect(words).toContain('\u001b[38;2;19;168;168m询价\u001b[39m');
  expect(words).toContain('「这个\u001b[1;4m多少钱\u001b[22;24m？」');
});

test('the newest words are shown; a fact without words leaves the place to another cause', () => {
  const fact = aCause('rule', 'rated', { evidence: [anEvidence(null, null)] });
  const talk = aCause('pack', 'complaint', { evidence: [anEvidence('太差', [1, 2]), anEvidence('要投诉', [1, 3])] });
  expect(renderReply({ kind: 'tags', doc: { ...mei, tags: [aTag('complained', [fact, talk])] } }, zh)).toContain(
    '「要【投诉】」',
  );
});
