import type { Instant } from '../domain/time.ts';

/** The order of pages: last contact first, whoever had none at the end; the id decides between equals. */
export const PAGE_ORDER = { lastContactAt: -1, _id: 1 } as const;

/** Those who come behind a place in that order. */
export const pageAfter = (place: { at: Instant | null; id: string } | null): object => {
  if (!place) return {};
  const { at, id } = place;
  if (at === null) return { lastContactAt: null, _id: { $gt: id } };
  return { $or: [{ lastContactAt: { $lt: at } }, { lastContactAt: null }, { lastContactAt: at, _id: { $gt: id } }] };
};
