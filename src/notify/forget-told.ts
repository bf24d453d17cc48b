import type { App } from '../app.ts';
import { DAY } from '../domain/time.ts';

/** How long it is remembered what was told. Much longer than anything is told late: nothing that is forgotten could be told again. */
const REMEMBERED = 30 * DAY;
/** Rows forgotten at once; the next minute forgets more. */
const PAGE = 5000;

/**
 * Forgets what was told long ago, and which daily messages were taken on then. What still waits for people is never forgotten; what no
 * other program would take in all that time is.
 */
export const forgetTold = async ({ store, wallNow }: Pick<App, 'store' | 'wallNow'>): Promise<void> => {
  const before = wallNow() - REMEMBERED;
  await store.outbox.forgetSettled(before, PAGE);
  await store.deliveries.forget(before, PAGE);
  await store.briefings.forget(before);
};
