/** Long words of a file are cut: a message is a line. */
const SHOWN = 40;

/** A place in a file of a list, like `[0].when`, for a message about it. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, SHOWN)}`))
    .join('')
    .replace(/^\./, '');
