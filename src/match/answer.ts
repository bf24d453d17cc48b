import type { Reading } from '../domain/reading.ts';

/**
 * What a reading means after the turn before it. A bare yes to an offer is a wish and a bare no takes the offered demands back; neither
 * invents a hit, for there are no words to point at. A bare no to nothing refuses nothing in particular, but 算了 by itself keeps refusing all.
 */
export function answer(reading: Reading, previous: Reading | null): Reading {
  if (reading.bare === null) return reading;
  const offered = previous?.offers ?? [];
  if (offered.length === 0) return reading;
  return reading.bare === 'no' ? { ...reading, stance: 'refuse', block: [...offered] } : { ...reading, stance: 'want' };
}
