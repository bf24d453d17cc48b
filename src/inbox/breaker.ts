import { isOutage, OutageError } from '../store/faults.ts';

/** While it is open one call in so many ms tries whether the database is there again. */
const PROBE_EVERY = 1000;

/**
 * Stops asking a database that is away: after an outage calls fail at once instead of waiting each for their deadline, so that
 * platforms are refused in time and deliver again. One call a second is let through, and its success closes the breaker.
 * @throws OutageError while it is open.
 */
export const createBreaker = <A extends unknown[], T>(call: (...args: A) => Promise<T>, now: () => number) => {
  let openUntil: number | null = null;
  let probing = false;

  return async (...args: A): Promise<T> => {
    if (openUntil !== null && (probing || now() < openUntil)) throw new OutageError();
    probing = openUntil !== null;
    try {
      const result = await call(...args);
      openUntil = null;
      return result;
    } catch (error) {
      openUntil = isOutage(error) ? now() + PROBE_EVERY : null;
      throw error;
    } finally {
      probing = false;
    }
  };
};
