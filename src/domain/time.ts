/** An instant: UTC milliseconds since 1970. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** "N days" is N × 24 h elapsed, never calendar days. */
export const DAY = 24 * HOUR;
