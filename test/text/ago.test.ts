import { expect, test } from 'vitest';
import { ago, dateTime } from '../../src/text/ago.ts';

const now = Date.parse('2026-03-01T09:00:00+08:00');
const [second, minute, hour] = [1000, 60_000, 3_600_000];
const day = 24 * hour;

test.each([
  [0, '刚刚', 'just now'],
  [59 * second, '刚刚', 'just now'],
  [minute, '1 分钟前', '1 minute ago'],
  [59 * minute + 59 * second, '59 分钟前', '59 minutes ago'],
  [hour, '1 小时前', '1 hour ago'],
  [day - 1, '23 小时前', '23 hours ago'],
  [day, '1 天前', '1 day ago'],
  [30 * day, '30 天前', '30 days ago'],
  [-3 * day, '3 天后', 'in 3 days'],
  [-hour, '1 小时后', 'in 1 hour'],
])('%i ms is %s, %s', (ms, zh, en) => {
  expect([ago(now - ms, now, 'zh'), ago(now - ms, now, 'en')]).toEqual([zh, en]);
});

test('a date is the date where the reader is', () => {
  expect(dateTime(now, 'Asia/Shanghai')).toBe('2026-03-01 09:00');
  expect(dateTime(now, 'America/New_York')).toBe('2026-02-28 20:00');
  expect(dateTime(Date.parse('2026-03-01T00:05:00+08:00'), 'Asia/Shanghai')).toBe('2026-03-01 00:05');
});
