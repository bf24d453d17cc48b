/** What tables say comes in by this channel. */
export const CHANNEL = 'import';
