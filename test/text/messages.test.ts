// What people are told, read as they read it.
import { expect, test } from 'vitest';
import type { TaskAnswer } from '../../src/domain/answers.ts';
import type { CardAnswer, MorningAnswer, NoticeAnswer } from '../../src/domain/told.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView, daysAgo } from '../support/answers.ts';

const mei = { id: 'mei', name: 'Mei' };
const task = (more: Partial<TaskAnswer> = {}): TaskAnswer => ({
  ...{
    id: 'mei/t1',
    title: '回电话',
    customer: mei,
    owner: 'li',
    due: null,
    state: 'open',
    why: null,
    rule: null,
    overdue: false,
    snoozedUntil: null,
  },
  ...more,
});
const asOf = daysAgo(0);

test('tasks and notes: what, about whom, until when, and how to be done with it', () => {
  const doc: NoticeAnswer = {
    asOf,
    items: [
      { kind: 'task', why: 'new', task: task() },
      { kind: 'task', why: 'due', task: task({ id: 'mei/t2', title: '寄样品', due: daysAgo(1), overdue: true }) },
      { kind: 'note', customer: mei, text: 'VIP 付款了' },
    ],
  };
  expect(renderReply({ kind: 'notice', doc }, aView('zh')).split('\n').slice(0, 5)).toEqual([
    '3 条提醒',
    '',
    '  新任务：回电话 · Mei (mei) · 做完：done mei/t1',
    expect.stringMatching(/^ {2}到时间了：寄样品 · Mei \(mei\) · .* 已过期 · 做完：done mei\/t2$/),
    '  VIP 付款了 · Mei (mei)',
  ]);
  expect(renderReply({ kind: 'notice', doc }, aView('en'))).toContain('New task: 回电话 · Mei (mei) · when done: done mei/t1');
});

test('the morning message: new leads, the keen ones marked, and the work of the day', () => {
  const lead = {
    ...mei,
    owner: 'Li',
    stage: '需求确认',
    source: '官网',
    createdAt: daysAgo(0),
    lastContactAt: null,
    high: true,
    tags: [],
  };
  const doc: MorningAnswer = { for: 'li', date: '2026-03-01', asOf, leads: [lead], tasks: [] };
  expect(renderReply({ kind: 'morning', doc }, aView('zh')).split('\n').slice(0, 5)).toEqual([
    '早上好，Li · 2026-03-01',
    '',
    '新线索 (1)',
    expect.stringMatching(/^ {2}Mei \(mei\) · 高意向 · 官网 · 需求确认 · .* 新增$/),
    '今天要做：无',
  ]);
});

test('the card: who writes, what they said, what is open, what was said before; nothing that there is not', () => {
  const doc: CardAnswer = {
    ...{
      customer: mei,
      asOf,
      words: '在吗',
      important: [{ tag: '价值分层:VIP客户', since: daysAgo(10) }],
      stage: '报价中',
      owner: 'Li',
    },
    ...{ lastContactAt: daysAgo(3), orders: 2, totalSpend: 1200, currency: 'CNY', tasks: [] },
    quotes: [
      {
        id: 'Q1',
        customer: mei,
        amount: 80.5,
        currency: 'CNY',
        owner: 'li',
        at: daysAgo(5),
        days: 5,
        state: 'open',
        stale: true,
      },
    ],
    history: [{ at: daysAgo(3), from: 'agent', text: '报价单发您了' }],
  };
  expect(renderReply({ kind: 'card', doc }, aView('zh')).split('\n').slice(0, 10)).toEqual([
    'VIP客户 Mei (mei) 来消息了',
    '',
    '  「在吗」',
    '这位客户 (2)',
    '  VIP客户（10 天前）',
    '  报价中 · 负责人 Li · 2 单，共 CNY 1,200.00 · 上次联系 3 天前',
    '未答复的报价 (1)',
    '  Q1 · CNY 80.50 · 5 天，已超时',
    '之前说到 (1)',
    expect.stringMatching(/^ {2}\S+ \S+ 我们 「报价单发您了」$/),
  ]);
  expect(renderReply({ kind: 'card', doc: { ...doc, orders: 1, words: null } }, aView('en'))).toMatch(
    /\(no words\)[\s\S]*1 order, CNY/,
  );
});
