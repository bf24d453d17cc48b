import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderWechat } from '../../../src/text/wechat/render-message.ts';
import { anyMessage } from '../../support/any-message.ts';

test('a message fits, every item is shown or counted, and the first are shown first', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const text = renderWechat(message, 'zh');
      expect(text.length).toBeLessThanOrEqual(2000);
      const shown = text.split('\n').filter((line) => line.startsWith('· ')).length;
      const counted = Number(/… 还有 (\d+) 项/.exec(text)?.[1] ?? 0);
      expect(shown + counted).toBe(message.sections.flatMap(({ rows }) => rows).length);
    }),
    { numRuns: 300 },
  );
});

test('reads like a message that somebody wrote', () => {
  const message = {
    title: '每日简报 2026-11-25 · 华经理',
    sections: [
      { heading: '超时的报价', rows: ['周丽 (zhouli) · Q1010 · 6 天'] },
      { heading: '新的投诉', rows: [] },
    ],
    none: '无',
  };
  expect(renderWechat(message, 'zh')).toBe(
    '每日简报 2026-11-25 · 华经理\n\n【超时的报价】1\n· 周丽 (zhouli) · Q1010 · 6 天\n\n【新的投诉】无',
  );
});
