import type { Cause } from '../domain/cause.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { DigestSection } from '../domain/told.ts';
import type { Ledger } from '../store/ledger.ts';

const DAYS = 30;
/** Fewer taggings turned down than this say nothing of a source. */
const LEAST = 3;
/** Of the tags that a source gives, so many should be left as they are. */
const FLOOR = 0.9;

type Source = Pick<Cause, 'kind' | 'id'>;
type LosingPrecision = Extract<DigestSection, { kind: 'losing_precision' }>['items'][number];

const keyOf = ({ kind, id }: Source): string => `${kind}\0${id}`;

/** Rules, packs and intents whose tags people turned down too often in the 30 days up to `to`, the worst first. */
export const losingPrecision = async (ledger: Ledger, to: Instant): Promise<LosingPrecision[]> => {
  const from = to - DAYS * DAY;
  const rejected = new Map<string, { source: Source; count: number }>();
  for (const source of await ledger.rejections(from, to)) {
    const known = rejected.get(keyOf(source)) ?? { source: { kind: source.kind, id: source.id }, count: 0 };
    known.count += 1;
    rejected.set(keyOf(source), known);
  }
  const often = [...rejected.values()].filter(({ count }) => count >= LEAST);
  if (often.length === 0) return [];
  const sources = often.map(({ source }) => source);
  const given = await ledger.givenBy(sources, from, to);
  const times = new Map(given.map(({ count, ...source }) => [keyOf(source), count]));
  return often
    .map(({ source, count }) => {
      // What was given before the window may be turned down in it.
      const all = Math.max(count, times.get(keyOf(source)) ?? 0);
      return { source, given: all, rejected: count, precision: Math.round((1 - count / all) * 1000) / 1000 };
    })
    .filter(({ precision }) => precision < FLOOR)
    .sort((a, b) => a.precision - b.precision || b.rejected - a.rejected || (keyOf(a.source) < keyOf(b.source) ? -1 : 1));
};
