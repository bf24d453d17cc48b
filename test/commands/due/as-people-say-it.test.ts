// Looser ways of saying when: about so many days, from one hour to another, a day before the title and its hour behind it.
// Tuesday, 10 March 2026, ten in the morning in Shanghai.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readDue } from '../../../src/commands/due/read-due.ts';

const ZONE = 'Asia/Shanghai';

const read = async (text: string, now = '2026-03-10T10:00') => {
  const at = Temporal.PlainDateTime.from(now).toZonedDateTime(ZONE).epochMilliseconds;
  const due = await readDue(text, at, ZONE);
  const local = due && Temporal.Instant.fromEpochMilliseconds(due.at).toZonedDateTimeISO(ZONE).toPlainDateTime();
  return local && [local.toString().slice(0, 16), due.rest];
};

test.each([
  ['三五天后', '2026-03-13T10:00'],
  ['两三天后', '2026-03-12T10:00'],
  ['一两周后', '2026-03-17T10:00'],
  ['两三个月后', '2026-05-10T10:00'],
  ['三到五天后', '2026-03-13T10:00'],
  ['3-5天后', '2026-03-13T10:00'],
  ['几天后', '2026-03-13T10:00'],
  ['过两天', '2026-03-12T10:00'],
  ['再过三天', '2026-03-13T10:00'],
  ['过半小时', '2026-03-10T10:30'],
  ['过两三天后', '2026-03-12T10:00'],
  ['大后天上午', '2026-03-13T10:00'],
  ['下下周一', '2026-03-23T09:00'],
  ['月底前', '2026-03-31T18:00'],
  ['周末', '2026-03-14T09:00'],
  ['下周末', '2026-03-21T09:00'],
  ['下午3时', '2026-03-10T15:00'],
  ['明天15时30分', '2026-03-11T15:30'],
  ['明早9时', '2026-03-11T09:00'],
  ['明天3时', '2026-03-11T15:00'],
  ['明天凌晨3点', '2026-03-11T03:00'],
  ['明天两三点', '2026-03-11T14:00'],
  ['明天下午3点左右', '2026-03-11T15:00'],
  ['明天9点到11点', '2026-03-11T09:00'],
  ['明天2点到4点', '2026-03-11T14:00'],
  ['明天9到11点', '2026-03-11T09:00'],
  ['明天上午9点—下午1点', '2026-03-11T09:00'],
  ['明天9:00-11:00', '2026-03-11T09:00'],
  ['quarter to 4pm tomorrow', '2026-03-11T15:45'],
  ['tomorrow at quarter past three', '2026-03-11T15:15'],
  ['half past nine', '2026-03-11T09:30'],
  ['twenty-five to seven tomorrow', '2026-03-11T06:35'],
  ['in a couple of days', '2026-03-12T10:00'],
  ['in a few days', '2026-03-13T10:00'],
  ['in two or three weeks', '2026-03-24T10:00'],
  ['in 2-3 hours', '2026-03-10T12:00'],
  ['end of next week', '2026-03-20T18:00'],
  ['by month end', '2026-03-31T18:00'],
  ['this weekend', '2026-03-14T09:00'],
  ['tomorrow noon', '2026-03-11T12:00'],
  ['tomorrow at three', '2026-03-11T15:00'],
  ['tomorrow 9am to 11am', '2026-03-11T09:00'],
  ['tomorrow 9-11am', '2026-03-11T09:00'],
  ['tomorrow 11-1pm', '2026-03-11T11:00'],
])('%s is read before a title and behind it, and the title stays whole', async (when, at) => {
  for (const text of [`回访客户 ${when}`, `${when} 回访客户`]) expect(await read(text)).toEqual([at, '回访客户']);
  for (const text of [`call him ${when}`, `${when} call him`]) expect(await read(text)).toEqual([at, 'call him']);
});

test.each([
  ['明天 回电话 3点', '2026-03-11T15:00', '回电话'],
  ['明天 回电话 下午3点', '2026-03-11T15:00', '回电话'],
  ['明天下午 回电话 3点半', '2026-03-11T15:30', '回电话'],
  ['3点 回电话 明天', '2026-03-11T15:00', '回电话'],
  ['过两天 见面 3点', '2026-03-12T15:00', '见面'],
  ['周五 送样品 9点到11点', '2026-03-13T09:00', '送样品'],
  ['tomorrow call back 3pm', '2026-03-11T15:00', 'call back'],
  ['friday call him at half past nine', '2026-03-13T09:30', 'call him'],
  ['10:30 standup tomorrow', '2026-03-11T10:30', 'standup'],
])('%s: the day on one side and the hour on the other are one time', async (text, at, rest) => {
  expect(await read(text)).toEqual([at, rest]);
});

test.each([
  ['明天 讨论3点', '2026-03-11T09:00', '讨论3点'],
  ['明天 见3点建议', '2026-03-11T09:00', '见3点建议'],
  ['明天 回电话 周五', '2026-03-11T09:00', '回电话 周五'],
  ['2小时后 回电话 3点', '2026-03-10T12:00', '回电话 3点'],
  ['明天9点 准备下午3点的会', '2026-03-11T09:00', '准备下午3点的会'],
  ['tomorrow say good morning', '2026-03-11T09:00', 'say good morning'],
  ['明天 两三天的货', '2026-03-11T09:00', '两三天的货'],
])('%s: what says no more of the same time is the title’s', async (text, at, rest) => {
  expect(await read(text)).toEqual([at, rest]);
});

test.each(['通过两天试用', '过两天的会', '两三天 走一趟', '三五个客户 回访', '小时工 结账', '准备一时之需', 'from ten people'])(
  '%s says no time',
  async (text) => {
    expect(await read(text)).toBeNull();
  },
);

test.each(['十几天后 回访', '回访 十几天后', '十来天后 回访'])('%s is refused, not read by half', async (text) => {
  await expect(read(text)).rejects.toMatchObject({ code: 'task_when' });
});

test('on the Sunday of a weekend, the weekend is that day', async () => {
  for (const when of ['周末', '这周末', 'this weekend'])
    expect(await read(`回访 ${when}`, '2026-03-15T08:00')).toEqual(['2026-03-15T09:00', '回访']);
  expect(await read('回访 下周末', '2026-03-15T08:00')).toEqual(['2026-03-21T09:00', '回访']);
});

test('an hour from one to six is one of the afternoon unless somebody says otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.constantFrom('点', '时'), async (hour, sign) => {
      const shown = String(hour <= 6 ? hour + 12 : hour).padStart(2, '0');
      expect(await read(`明天 回电话 ${hour}${sign}`)).toEqual([`2026-03-11T${shown}:00`, '回电话']);
      if (hour === 12) return;
      const early = String(hour).padStart(2, '0');
      expect(await read(`明天上午${hour}${sign} 回电话`)).toEqual([`2026-03-11T${early}:00`, '回电话']);
    }),
    { numRuns: 24 },
  );
});
