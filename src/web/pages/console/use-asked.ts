import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Ask, Refused } from '../parts/ask.ts';
import type { Part } from '../parts/part.ts';

/** Before an answer that did not come is asked for again, ms. */
const AGAIN = 5_000;
/** An answer so old is asked for again when the page is looked at again, ms. */
const OLD = 60_000;

interface Held<T> {
  path: string | null;
  part: Part<T>;
}

export interface Asked<T> {
  part: Part<T>;
  again: () => void;
}

/**
 * What the bot answers at an address; null: nothing is asked. Of another address nothing stays on the screen; of the same one what was known
 * stays while it is asked for again, and a line that was cut is tried until it is back.
 */
export const useAsked = <T>(ask: Ask, path: string | null): Asked<T> => {
  const [held, setHeld] = useState<Held<T>>({ path, part: { value: null, fault: null } });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    if (path === null) return undefined;
    const own = new AbortController();
    const known = (before: Held<T>): T | null => (before.path === path ? before.part.value : null);
    ask.get<T>(path, own.signal).then(
      (value) => {
        if (!own.signal.aborted) setHeld({ path, part: { value, fault: null } });
      },
      (error: unknown) => {
        if (own.signal.aborted) return;
        const fault = error instanceof Refused ? error : new Refused(0, String(error));
        setHeld((before) => ({ path, part: { value: known(before), fault } }));
      },
    );
    return () => own.abort();
  }, [ask, path, turn]);

  const { part } = held;
  const cut = held.path === path && part.fault?.status === 0;
  useEffect(() => {
    if (!cut) return undefined;
    const timer = window.setInterval(again, AGAIN);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [cut, again]);

  useEffect(() => {
    const answered = Date.now();
    // A page that was left open over night shows the new day when somebody comes back to it.
    const shown = () => {
      if (!document.hidden && Date.now() - answered > OLD) again();
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [held, again]);

  return { part: held.path === path ? part : { value: null, fault: null }, again };
};
