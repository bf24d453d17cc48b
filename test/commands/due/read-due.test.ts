// What people write for when, and what is left of their title. Wednesday, 4 March 2026, ten in the morning, in two zones: in New York
// summer time begins on 8 March, and whoever adds hours instead of days is an hour wrong.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDue } from '../../../src/commands/due/read-due.ts';

const ZONES = ['Asia/Shanghai', 'America/New_York'];

const table: [text: string, at: string, rest: string][] = [
  ['明天下午3点 回电话', '2026-03-05T15:00', '回电话'],
  ['回电话 明天下午三点', '2026-03-05T15:00', '回电话'],
  ['明天下午３：３０ 回电话', '2026-03-05T15:30', '回电话'],
  ['半小时后', '2026-03-04T10:30', ''],
  ['半个小时后回电话', '2026-03-04T10:30', '回电话'],
  ['一个半小时后', '2026-03-04T11:30', ''],
  ['两小时后', '2026-03-04T12:00', ''],
  ['两个钟头之后问一下', '2026-03-04T12:00', '问一下'],
  ['十五分钟后', '2026-03-04T10:15', ''],
  ['一刻钟后', '2026-03-04T10:15', ''],
  ['3天后', '2026-03-07T10:00', ''],
  ['七天后上午9点 回访', '2026-03-11T09:00', '回访'],
  ['两周后', '2026-03-18T10:00', ''],
  ['一个月后', '2026-04-04T10:00', ''],
  ['半年后回访', '2026-09-04T10:00', '回访'],
  ['月底', '2026-03-31T18:00', ''],
  ['下个月底对账', '2026-04-30T18:00', '对账'],
  ['年底', '2026-12-31T18:00', ''],
  ['下周五', '2026-03-13T09:00', ''],
  ['下周五下午两点半送样品', '2026-03-13T14:30', '送样品'],
  ['下下周一', '2026-03-16T09:00', ''],
  ['下周', '2026-03-09T09:00', ''],
  ['周五前 发合同', '2026-03-06T09:00', '发合同'],
  ['发合同，周五之前', '2026-03-06T09:00', '发合同'],
  ['周二', '2026-03-10T09:00', ''],
  ['星期天晚上8点', '2026-03-08T20:00', ''],
  ['周三上午9点', '2026-03-11T09:00', ''],
  ['后天上午', '2026-03-06T10:00', ''],
  ['大后天', '2026-03-07T09:00', ''],
  ['今晚8点', '2026-03-04T20:00', ''],
  ['明早', '2026-03-05T09:00', ''],
  ['今天', '2026-03-04T18:00', ''],
  ['今天发报价', '2026-03-04T18:00', '发报价'],
  ['下个月5号', '2026-04-05T09:00', ''],
  ['5号', '2026-03-05T09:00', ''],
  ['3号', '2026-04-03T09:00', ''],
  ['3月15日下午3点', '2026-03-15T15:00', ''],
  ['1月2号', '2027-01-02T09:00', ''],
  ['2026年4月1日 盘点', '2026-04-01T09:00', '盘点'],
  ['2026-04-01 16:00', '2026-04-01T16:00', ''],
  ['下午 回电话', '2026-03-04T15:00', '回电话'],
  ['3点 回电话', '2026-03-04T15:00', '回电话'],
  ['晚上12点', '2026-03-05T00:00', ''],
  ['凌晨2点', '2026-03-05T02:00', ''],
  ['周末约他看车', '2026-03-07T09:00', '约他看车'],
  ['call back friday 15:00', '2026-03-06T15:00', 'call back'],
  ['Friday 3pm call back', '2026-03-06T15:00', 'call back'],
  ['tomorrow 9am', '2026-03-05T09:00', ''],
  ['send the quote by 9 am tomorrow', '2026-03-05T09:00', 'send the quote'],
  ['in 30 minutes', '2026-03-04T10:30', ''],
  ['in half an hour', '2026-03-04T10:30', ''],
  ['in an hour and a half', '', ''],
  ['call in two hours', '2026-03-04T12:00', 'call'],
  ['in 7 days', '2026-03-11T10:00', ''],
  ['next monday', '2026-03-09T09:00', ''],
  ['next friday', '2026-03-13T09:00', ''],
  ['on tuesday at 4', '2026-03-10T16:00', ''],
  ['end of month', '2026-03-31T18:00', ''],
  ['invoice before the end of next month', '2026-04-30T18:00', 'invoice'],
  ['end of week', '2026-03-06T18:00', ''],
  ['tonight', '2026-03-04T20:00', ''],
  ['tomorrow afternoon', '2026-03-05T15:00', ''],
  ['9:30 standup', '2026-03-05T09:30', 'standup'],
  ['visit him march 20', '2026-03-20T09:00', 'visit him'],
  ['visit him on 20 April at 3pm', '2026-04-20T15:00', 'visit him'],
].filter((row): row is [string, string, string] => row[1] !== '');

describe.each(ZONES)('in %s', (zone) => {
  const now = Temporal.ZonedDateTime.from(`2026-03-04T10:00[${zone}]`).epochMilliseconds;

  test.each(table)('%s', async (text, at, rest) => {
    const due = await readDue(text, now, zone);
    const local = due && Temporal.Instant.fromEpochMilliseconds(due.at).toZonedDateTimeISO(zone).toPlainDateTime();
    expect({ at: local?.toString().slice(0, 16), rest: due?.rest }).toEqual({ at, rest });
  });
});

test.each([
  '回电话',
  '周五的会议准备一下资料',
  '3点建议发给他',
  '3号线那家店',
  '订单 123456',
  '下午茶 订位',
  '早上好 文案',
  '例会 每周一',
  '三天无理由退货说明',
  '每天 9 折的活动',
  'call back',
  'may I call',
  'call Mr Sun',
  'say good morning',
  'tomorrowland tickets',
  'discount 3.5',
  '',
])('%s says no time', async (text) => {
  expect(await readDue(text, Date.parse('2026-03-04T10:00:00+08:00'), 'Asia/Shanghai')).toBeNull();
});

test('today, when its evening has come, is due at midnight; an hour that has passed today was meant as said', async () => {
  const late = Date.parse('2026-03-04T19:00:00+08:00');
  expect((await readDue('今天', late, 'Asia/Shanghai'))?.at).toBe(Date.parse('2026-03-05T00:00:00+08:00'));
  expect((await readDue('今天3点', late, 'Asia/Shanghai'))?.at).toBe(Date.parse('2026-03-04T15:00:00+08:00'));
});

test('whatever stands around them, due words are cut out and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[回访报价合同样品]{1,8}$/),
      fc.constantFrom('明天下午3点', '下周五', '月底'),
      async (title, when) => {
        const now = Date.parse('2026-03-04T10:00:00+08:00');
        for (const text of [`${when} ${title}`, `${title} ${when}`])
          expect((await readDue(text, now, 'Asia/Shanghai'))?.rest).toBe(title);
      },
    ),
    { numRuns: 40 },
  );
});
