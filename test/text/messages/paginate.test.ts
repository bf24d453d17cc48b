import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesMessage } from '../../../src/text/messages/lines-message.ts';
import { paginate } from '../../../src/text/messages/paginate.ts';
import { slackForm } from '../../../src/text/slack/slack-form.ts';
import { wechatForm } from '../../../src/text/wechat/wechat-form.ts';
import { wecomForm } from '../../../src/text/wecom/wecom-form.ts';
import { anyMessage } from '../../support/any-message.ts';

test.each([
  ['Slack', slackForm.room],
  ['WeChat', wechatForm.room],
  ['WeCom', wecomForm.room],
])('for %s no row is lost or turned around, and a page is full only of what has room, or of one row that has none', (_, room) => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const pages = paginate(message, room);
      const rows = (of: typeof pages) => of.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
      expect(rows(pages)).toEqual(rows([message]));
      for (const { title, sections } of pages) {
        expect(title).toBe(message.title);
        const texts = sections.flatMap((section) => [section.heading, ...section.rows]);
        expect(texts.length).toBeLessThanOrEqual(room.rows + 1);
        const size = [title, ...texts].reduce((sum, text) => sum + room.size(text), 0);
        const alone = sections.every((section) => section.rows.length <= 1);
        expect(size <= room.most || alone).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('buttons stay with the end of their section, once', () => {
  const rows = Array.from({ length: 60 }, (_, n) => `第 ${n} 行`);
  const actions = [{ label: '下一页', words: 'segment VIP --after x' }];
  const pages = paginate({ title: '名单', sections: [{ heading: '客户', rows, actions }], none: '' }, slackForm.room);
  expect(pages.length).toBeGreaterThan(2);
  const held = pages.map(({ sections }) => sections.some((section) => section.actions !== undefined));
  expect(held).toEqual(pages.map((_page, place) => place === pages.length - 1));
});

test('the lines of a terminal become a title, headings and rows, whose columns are parted by dots', () => {
  const lines = ['老王 (laowang)  阶段 复购客户', '', '价值分层', '  VIP客户  3 天前  人工', '', '截至 2026-11-28 14:28'];
  expect(linesMessage(lines)).toEqual({
    title: '老王 (laowang) · 阶段 复购客户',
    sections: [
      { heading: '价值分层', rows: ['VIP客户 · 3 天前 · 人工'], counted: false },
      { heading: '', rows: ['截至 2026-11-28 14:28'], counted: false },
    ],
    none: '',
  });
});
