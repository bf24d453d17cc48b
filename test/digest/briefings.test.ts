import { describe, expect, it } from 'vitest';
import { briefingsDue, type Reader } from '../../src/digest/briefings.ts';

const MINUTE = 60_000;
const reader = (more: Partial<Reader> = {}): Reader => ({
  id: 'hua',
  role: 'manager',
  zone: 'Asia/Shanghai',
  at: '09:00',
  ...more,
});
const due = (one: Reader, at: string, calendar?: { holidays: string[]; workdays: string[] }) =>
  briefingsDue([one], calendar, Date.parse(at)).map(({ id }) => id);

describe('a daily message', () => {
  it('is due at its minute and for six hours after it, then it is the next day’s', () => {
    expect(due(reader(), '2026-11-25T08:59:59.999+08:00')).toEqual([]);
    expect(due(reader(), '2026-11-25T09:00+08:00')).toEqual(['digest/hua/2026-11-25']);
    expect(due(reader(), '2026-11-25T14:59:59.999+08:00')).toEqual(['digest/hua/2026-11-25']);
    expect(due(reader(), '2026-11-25T15:00+08:00')).toEqual([]);
  });

  it('of late in the evening is still owed after midnight', () => {
    expect(due(reader({ at: '23:30' }), '2026-11-26T00:10+08:00')).toEqual(['digest/hua/2026-11-25']);
  });

  it('is the digest for managers and admins, the morning message for agents, none for viewers and for whoever wants none', () => {
    const at = '2026-11-25T10:00+08:00';
    expect(due(reader({ role: 'admin' }), at)).toEqual(['digest/hua/2026-11-25']);
    expect(due(reader({ role: 'agent' }), at)).toEqual(['morning/hua/2026-11-25']);
    expect(due(reader({ role: 'viewer' }), at)).toEqual([]);
    expect(due(reader({ at: 'off' }), at)).toEqual([]);
  });

  it('does not come on days off', () => {
    const calendar = { holidays: ['2026-10-01'], workdays: ['2026-10-10'] };
    expect(due(reader(), '2026-10-01T09:00+08:00', calendar)).toEqual([]);
    expect(due(reader(), '2026-10-03T09:00+08:00', calendar)).toEqual([]);
    expect(due(reader(), '2026-10-10T09:00+08:00', calendar)).toEqual(['digest/hua/2026-10-10']);
  });

  it.each(['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland'])(
    'comes once a day in %s, over both changes of the clocks and at an hour that they skip',
    (zone) => {
      const seen = new Set<string>();
      const one = reader({ zone, at: '02:30' });
      const from = Date.parse('2026-01-01T12:00Z');
      const days = 365;
      for (let at = from; at < from + days * 1440 * MINUTE; at += 17 * MINUTE)
        for (const { id } of briefingsDue([one], undefined, at)) seen.add(id);
      const dates = [...seen].map((id) => id.slice(-10)).sort();
      const gaps = dates.slice(1).map((date, place) => Date.parse(date) - Date.parse(dates[place] ?? ''));
      expect(new Set(gaps)).toEqual(new Set([1440 * MINUTE]));
      expect(dates.length).toBeGreaterThanOrEqual(days);
    },
  );
});
