import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { cleanAmount } from '../../src/transfer/clean/clean-amount.ts';
import { cleanDate } from '../../src/transfer/clean/clean-date.ts';
import { cleanEmail } from '../../src/transfer/clean/clean-email.ts';
import { cleanPhone } from '../../src/transfer/clean/clean-phone.ts';
import { cleanTags } from '../../src/transfer/clean/clean-tags.ts';
import { cleanText } from '../../src/transfer/clean/clean-text.ts';
import { Unclean } from '../../src/transfer/clean/fault.ts';
import { defaultLibrary } from '../support/default-library.ts';

const ZONE = 'Asia/Shanghai';
const mobile = fc
  .tuple(fc.constantFrom(...'3456789'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test('every way of writing a mobile number is that number', () => {
  const ways: ((number: string) => string)[] = [
    (number) => number,
    (number) => `+86${number}`,
    (number) => `86 ${number}`,
    (number) => `0086-${number}`,
    (number) => `0${number}`,
    (number) => `(+86) ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    (number) => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
    (number) => `${number}.0`,
    wide,
  ];
  fc.assert(
    fc.property(mobile, fc.constantFrom(...ways), (number, write) => {
      expect(cleanPhone(write(number))).toEqual({ phone: number, key: true });
    }),
  );
});

test('a clean phone number stays as it is, and no text at all makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789+-() .*') })), (text) => {
      const once = cleanPhone(text);
      if (!(once instanceof Unclean)) expect(cleanPhone(once.phone)).toEqual(once);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['010-12345678', '01012345678', false],
  ['+86 21 5555 6666', '02155556666', false],
  ['400-800-1234', '4008001234', false],
  ['+1 (415) 555-0100', '+14155550100', true],
  ['138****5678', '138****5678', false],
  ["'13800138000", '13800138000', true],
  ['手机：13800138000，', '13800138000', true],
  ['0755-12345678转801', '075512345678801', false],
])('%s is %s; one person alone has it: %s', (text, phone, key) => {
  expect(cleanPhone(text)).toEqual({ phone, key });
});

test.each([
  ['1.38E+10', 'excel_number'],
  ['13800138000/13900139000', 'phone'],
  ['138001380001', 'phone'],
  ['没有', 'phone'],
])('%s is no phone number (%s)', (text, kind) => {
  expect(cleanPhone(text)).toMatchObject({ kind });
});

test.each([
  [' Mei@Example.COM ', 'mei@example.com', true],
  ['mailto:mei@example.com', 'mei@example.com', true],
  ['ｍｅｉ＠example.com', 'mei@example.com', true],
  ['m***@example.com', 'm***@example.com', false],
])('%s is the address %s', (text, email, key) => {
  expect(cleanEmail(text)).toEqual({ email, key });
});

test.each(['mei', 'mei@', 'a@b', 'a@b.c d@e.f'])('%s is no address', (text) => {
  expect(cleanEmail(text)).toBeInstanceOf(Unclean);
});

test('every way of writing a day is its first instant in the zone', () => {
  const ways: ((year: number, month: number, day: number) => string)[] = [
    (year, month, day) => `${year}/${month}/${day}`,
    (year, month, day) => `${year}.${month}.${day}`,
    (year, month, day) => `${year}年${month}月${day}日`,
    (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    (year, month, day) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
    (year, month, day) => `${year}-${month}-${day} 00:00`,
    (year, month, day) => String(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569),
  ];
  const day = fc.tuple(fc.integer({ min: 1992, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
  fc.assert(
    fc.property(day, fc.constantFrom(...ways), ([year, month, date], write) => {
      expect(cleanDate(write(year, month, date), ZONE)).toBe(Date.UTC(year, month - 1, date) - 8 * 3_600_000);
    }),
  );
});

test.each([
  ['2026-03-01 09:00', '2026-03-01T01:00:00Z'],
  ['2026年3月1日 9时5分', '2026-03-01T01:05:00Z'],
  ['2026/3/1 9:05:07', '2026-03-01T01:05:07Z'],
  ['2026-03-01T09:00:00+09:00', '2026-03-01T00:00:00Z'],
  ['46082.5', '2026-03-01T04:00:00Z'],
  ['2026/3/1 下午3:05', '2026-03-01T07:05:00Z'],
  ['2026年3月1日上午12点', '2026-02-28T16:00:00Z'],
  ['2026-03-01 12:05:06 PM', '2026-03-01T04:05:06Z'],
  ['2026年3月1日 星期日', '2026-02-28T16:00:00Z'],
  ['2026-03-01（周日） 09:00', '2026-03-01T01:00:00Z'],
  ['1-Mar-2026', '2026-02-28T16:00:00Z'],
  ['Sept 1, 2025 9:00', '2025-09-01T01:00:00Z'],
])('%s is %s', (text, at) => {
  expect(cleanDate(text, ZONE)).toBe(Date.parse(at));
});

test.each(['2026-02-30', '3/1/2026', '昨天', '2026-13-01', '2026-03-01 25:00', '1.5E+4', '1 Foo 2026', 'a 1, 2026', ''])(
  '%j is no date',
  (text) => {
    expect(cleanDate(text, ZONE)).toMatchObject({ kind: 'date' });
  },
);

test('an amount of cents is read to the last place, with commas, signs and in 万', () => {
  const ways: ((cents: number) => string)[] = [
    (cents) => (cents / 100).toFixed(2),
    (cents) => `¥${(cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
    (cents) => `${(cents / 100).toFixed(2)}元`,
    (cents) => `￥ ${(cents / 100).toFixed(2)}`,
    (cents) => `${(cents / 1_000_000).toFixed(6)}万`,
    (cents) => wide((cents / 100).toFixed(2)),
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(...ways), (cents, write) => {
      const money = cleanAmount(write(cents));
      expect(money).not.toBeInstanceOf(Unclean);
      expect(money).toMatchObject({ amount: cents / 100 });
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['$100', 100, 'USD'],
  ['EUR 12.50', 12.5, 'EUR'],
  ['1.15万元', 11_500, 'CNY'],
  ['3亿', 300_000_000, null],
  ['JPY 1000', 1000, 'JPY'],
  ['300港元', 300, 'HKD'],
  ['1000thb', 1000, 'THB'],
])('%s is %d in %s', (text, amount, currency) => {
  expect(cleanAmount(text)).toEqual({ amount, currency });
});

test.each(['-5', '5,00', '1.2E+05', '五千', '', '$5元', '1,2345', '100abc', '5 usd eur'])('%j is no amount', (text) => {
  expect(cleanAmount(text)).toBeInstanceOf(Unclean);
});

test('a text loses blanks and width, the guard of an export, and the formula that keeps its zeros', () => {
  expect(['　王 芳　', "'=1+1", '="00123"', 'ＡＢＣ１２３', 'a\u200Bb'].map(cleanText)).toEqual([
    ...['王 芳', '=1+1', '00123', 'ABC123', 'ab'],
  ]);
});

const tree = createTagTree(defaultLibrary);
const names = { tree, label: (tag: string) => tree.label(tag) };

test('tags of a cell are parted at every sign that people use, and are bare or with their group', () => {
  const ids = cleanTags('VIP客户、紧急,询价；意向:高|来源-官网', null, names);
  expect((ids as string[]).map((id) => tree.label(id))).toEqual([
    ...['价值分层:VIP客户', '需求与意向:紧急', '需求与意向:询价', '意向:高', '来源:官网'],
  ]);
  expect(cleanTags('官网 、官网', 'source', names)).toEqual(['website']);
});

test.each([
  ['紧及', null, 'unknown_tag', /紧急/],
  ['高', null, 'ambiguous_tag', /意向:高/],
  ['VIP客户', 'source', 'unknown_tag', /来源/],
])('%s in the group %s is told as %s', (cell, group, kind, words) => {
  expect(cleanTags(cell, group, names)).toMatchObject({ kind, message: expect.stringMatching(words) });
});
