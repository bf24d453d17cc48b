import { Readable } from 'node:stream';
import { readLines } from '../../adapters/replay/read-lines.ts';
import type { App } from '../../src/app.ts';
import { type ReplayCounts, replay } from '../../src/inbox/replay.ts';

export const START = Date.parse('2026-03-01T09:00:00+08:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 86_400_000;

export const iso = (at: number): string => new Date(at).toISOString();

let serial = 0;

/** A line of a customer on WeCom, as replay reads them. */
export const says = (customer: string, text: string, at = START, more: object = {}): object => ({
  id: `m${++serial}`,
  at: iso(at),
  channel: 'wecom',
  conversation: `c-${customer}`,
  customer: { id: customer },
  from: 'customer',
  text,
  ...more,
});

/** A line of something that happened. */
export const happens = (customer: string, event: string, data: object, at = START, more: object = {}): object => ({
  id: `e${++serial}`,
  at: iso(at),
  channel: 'wecom',
  customer: { id: customer },
  event,
  data,
  ...more,
});

/** Feeds lines through the replay path of an open street. */
export const feed = (
  app: App,
  lines: readonly object[],
  options: {
    until?: number | null;
    speed?: number | null;
    unreadable?: (line: number, field: string, reason: string) => void;
  } = {},
): Promise<ReplayCounts> =>
  replay({
    app,
    lines: readLines(Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`))),
    until: options.until ?? null,
    speed: options.speed ?? null,
    signal: new AbortController().signal,
    unreadable: options.unreadable ?? (() => undefined),
  });
