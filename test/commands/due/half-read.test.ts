// Phrases that were once read by half: now they are read whole or refused. Tuesday, 10 March 2026, ten in the morning in Shanghai.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readDue } from '../../../src/commands/due/read-due.ts';

const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-03-10T10:00:00+08:00');

const read = async (text: string, now = NOW) => {
  const due = await readDue(text, now, ZONE);
  const local = due && Temporal.Instant.fromEpochMilliseconds(due.at).toZonedDateTimeISO(ZONE).toPlainDateTime();
  return local && [local.toString().slice(0, 16), due.rest];
};

test.each([
  ['明年5月1日', '2027-05-01T09:00'],
  ['今年5月1日', '2026-05-01T09:00'],
  ['后年3月1日', '2028-03-01T09:00'],
  ['3 月 20 日下午 3 点', '2026-03-20T15:00'],
  ['1.5小时后', '2026-03-10T11:30'],
  ['1小时30分钟后', '2026-03-10T11:30'],
  ['1個半小時後', '2026-03-10T11:30'],
  ['10min后', '2026-03-10T10:10'],
  ['2 小时后', '2026-03-10T12:00'],
  ['半夜12点', '2026-03-11T00:00'],
  ['半夜2点', '2026-03-11T02:00'],
  ['深夜11点', '2026-03-10T23:00'],
  ['明天 3 点', '2026-03-11T15:00'],
  ['後天下午3點', '2026-03-12T15:00'],
  ['下週五', '2026-03-20T09:00'],
  ['this afternoon', '2026-03-10T15:00'],
  ['Mar 20', '2026-03-20T09:00'],
  ['20 March', '2026-03-20T09:00'],
  ['20th of March 2027 at 3pm', '2027-03-20T15:00'],
  ['tomorrow at 3pm', '2026-03-11T15:00'],
  ['at 3pm on Friday', '2026-03-13T15:00'],
  ['in 2h', '2026-03-10T12:00'],
  ['in 1.5 hours', '2026-03-10T11:30'],
  ['a week from now', '2026-03-17T10:00'],
  ['two hours later', '2026-03-10T12:00'],
])('%s is read whole, before a title and behind it', async (when, at) => {
  for (const text of [`回访 ${when}`, `${when} 回访`]) expect(await read(text)).toEqual([at, '回访']);
  expect(await read(when)).toEqual([at, '']);
});

test.each([
  ['2h', '2026-03-10T12:00'],
  ['30m', '2026-03-10T10:30'],
  ['1h30m', '2026-03-10T11:30'],
])('%s is due words at the end of a title alone', async (when, at) => {
  expect(await read(`回访 ${when}`)).toEqual([at, '回访']);
  expect(await read(`${when} 回访`)).toBeNull();
});

test('in the small hours, 半夜2点 is that of the night that has begun', async () => {
  const small = Date.parse('2026-03-10T00:30:00+08:00');
  expect(await read('半夜2点', small)).toEqual(['2026-03-10T02:00', '']);
  expect(await read('半夜12点', small)).toEqual(['2026-03-11T00:00', '']);
});

test.each([
  ...['去年5月1日', '昨天下午3点', '昨天', '上周五', '-2小时后', 'yesterday', 'last friday', '3 days ago'],
  ...['tomorow 3pm', 'wendesday 3pm', '2月30日', '13月40日', '明天25点', '25点', '2026-13-40', 'Feb 30'],
  ...['一百五十天后', '3天5小时后', '1.2天后', '下周 周五', 'friday next week', 'next week friday', '明年'],
])('%s is refused as no time that can be read', async (when) => {
  for (const text of [when, `回访 ${when}`, `${when} 回访`, `call ${when}`])
    await expect(readDue(text, NOW, ZONE)).rejects.toMatchObject({ code: 'task_when', params: { text } });
});

test.each(['a week from friday', 'every friday', 'friday 25:00', 'tomorrow at 25:00', 'Feb 30th at 3pm', '5月1日-5月3日'])(
  '%s is not read by half',
  async (when) => {
    await expect(readDue(`call ${when}`, NOW, ZONE)).rejects.toMatchObject({ code: 'task_when' });
  },
);

test.each([
  ['两小时培训 明天', '两小时培训'],
  ['明天 两小时培训', '两小时培训'],
  ['明天 3月5日的合同', '3月5日的合同'],
  ['3月5日的合同 明天', '3月5日的合同'],
  ['明天 昨天的纪要', '昨天的纪要'],
  ['明天发3月5日的合同给他', '发3月5日的合同给他'],
  ['例会 每周一 明天', '例会 每周一'],
  ["tomorrow send monday's notes", "send monday's notes"],
  ['给他拜年 明天', '给他拜年'],
  ['看第3点 明天', '看第3点'],
  ['货送上 明天', '货送上'],
  ['iPhone 17 明天', 'iPhone 17'],
  ['call Mr Sun tomorrow', 'call Mr Sun'],
])('%s is due tomorrow: the other time words are the title’s', async (text, rest) => {
  expect(await read(text)).toEqual(['2026-03-11T09:00', rest]);
});

test.each(['excel 2 hours', '发3月5日的合同给他', '昨天的合同', '大盘涨了50点', '3月5日的合同 明天 回访'])(
  '%s says no time',
  async (text) => {
    expect(await read(text)).toBeNull();
  },
);
