/** Those who did not become part of another customer. */
export const living = { mergedInto: { $exists: false } };
