import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isDayOff, quietUntil, type Rest } from '../../src/notify/quiet-until.ts';

const rest = (more: Partial<Rest> = {}): Rest => ({ zone: 'Asia/Shanghai', quiet: { from: '21:00', to: '08:30' }, ...more });
const until = (at: string, more?: Partial<Rest>): string => new Date(quietUntil(Date.parse(at), rest(more))).toISOString();
const utc = (at: string): string => new Date(at).toISOString();

/** The National Day week of 2026 with its worked Saturday (调休). */
const OCTOBER = {
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
};

describe('what can wait', () => {
  it.each([
    ['at noon goes at once', '2026-11-25T12:00+08:00', '2026-11-25T12:00+08:00'],
    ['a minute before nine in the evening still does', '2026-11-25T20:59:59.999+08:00', '2026-11-25T20:59:59.999+08:00'],
    ['at nine waits for the morning', '2026-11-25T21:00+08:00', '2026-11-26T08:30+08:00'],
    ['after midnight waits for the same morning', '2026-11-26T00:10+08:00', '2026-11-26T08:30+08:00'],
    ['goes at half past eight sharp', '2026-11-26T08:30+08:00', '2026-11-26T08:30+08:00'],
  ])('%s', (_what, at, expected) => {
    expect(until(at)).toBe(utc(expected));
  });

  it('keeps to the hours of a nap at noon, and to none at all', () => {
    const nap = { quiet: { from: '12:00', to: '13:30' } };
    expect(until('2026-11-25T12:30+08:00', nap)).toBe(utc('2026-11-25T13:30+08:00'));
    expect(until('2026-11-25T23:00+08:00', nap)).toBe(utc('2026-11-25T23:00+08:00'));
    expect(until('2026-11-25T03:00+08:00', { quiet: { from: '00:00', to: '00:00' } })).toBe(utc('2026-11-25T03:00+08:00'));
  });

  it('waits over weekends and holidays, and not on a Saturday that is worked', () => {
    expect(until('2026-09-30T21:30+08:00', { calendar: OCTOBER })).toBe(utc('2026-10-08T08:30+08:00'));
    expect(until('2026-10-10T10:00+08:00', { calendar: OCTOBER })).toBe(utc('2026-10-10T10:00+08:00'));
    expect(until('2026-10-11T10:00+08:00', { calendar: OCTOBER })).toBe(utc('2026-10-12T08:30+08:00'));
    // Without a calendar every day is a working day.
    expect(until('2026-10-11T10:00+08:00')).toBe(utc('2026-10-11T10:00+08:00'));
  });

  it('reads the clock of the person, also when it is put forward', () => {
    const berlin = { zone: 'Europe/Berlin', quiet: { from: '21:00', to: '02:30' } };
    // On that night 02:30 does not exist there: the clocks go from 02:00 to 03:00.
    expect(until('2026-03-28T22:00+01:00', berlin)).toBe(utc('2026-03-29T03:30+02:00'));
  });
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const anyRest = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'),
  quiet: fc.record({ from: anyTime, to: anyTime }),
  calendar: fc.option(fc.constant(OCTOBER), { nil: undefined }),
});
const anyMoment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-20') });

test('whoever is told something is then neither in quiet hours nor on a day off, and it is never earlier than it was', () => {
  fc.assert(
    fc.property(anyMoment, anyRest, (at, one) => {
      const told = quietUntil(at, one);
      expect(told).toBeGreaterThanOrEqual(at);
      expect(quietUntil(told, one)).toBe(told);
      const parts = new Intl.DateTimeFormat('sv', { timeZone: one.zone, dateStyle: 'short', timeStyle: 'short' }).format(told);
      const [date = '', time = ''] = parts.split(' ');
      expect(isDayOff(date, one.calendar)).toBe(false);
      const { from, to } = one.quiet;
      const inside = from < to ? time >= from && time < to : from > to && (time >= from || time < to);
      expect(inside).toBe(false);
    }),
    { numRuns: 500 },
  );
});
