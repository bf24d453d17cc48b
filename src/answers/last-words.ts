import type { App } from '../app.ts';
import type { Instant } from '../domain/time.ts';
import { lastTurns } from './last-turns.ts';

/** What a customer said last up to a moment, as it stood then. */
export const lastWords = async (app: App, customer: string, until: Instant): Promise<string | null> =>
  (await lastTurns(app, customer, { until, most: 1, own: true })).at(-1)?.text ?? null;
