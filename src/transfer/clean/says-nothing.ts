/** What people and programs write where they have nothing to write. */
const NOTHING = new Set([
  ...'无 暂无 没有 未知 不详 未填 空'.split(' '),
  ...'n/a na null nil none nan undefined unknown'.split(' '),
]);

/** Whether a cleaned cell is as good as empty: a dash, a slash, N/A, 暂无. Taken at their word, they would be one customer's number. */
export const saysNothing = (text: string): boolean => /^[-–—―_/\\.。·?？*]+$/.test(text) || NOTHING.has(text.toLowerCase());
