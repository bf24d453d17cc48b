/** A cell that begins so is a formula to a spreadsheet program (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A cell that was guarded, or that looks so. */
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet program runs: a quote before what would be a formula. Taken away again by `unguarded`. */
export const guarded = (text: string): string => (FORMULA.test(text) || GUARDED.test(text) ? `'${text}` : text);

/** A cell as it was before it was guarded. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

const quoted = (text: string): string => (/[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file, formulas guarded. */
export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;

/** Begins a file that a spreadsheet program is to take for UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
