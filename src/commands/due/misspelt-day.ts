const DAYS = ['tomorrow', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Letters to add, drop, change or swap with their neighbour to make one word of another. */
const distance = (a: string, b: string): number => {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swap));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};

/** Whether a word is the English name of a day with a slip in it: "tomorow", "wendesday". */
export const isMisspeltDay = (word: string): boolean => {
  const given = word.toLowerCase();
  if (given === 'tmrw') return true;
  return DAYS.some((day) => {
    const most = day.length >= 8 ? 2 : 1;
    if (given.startsWith(day) || Math.abs(given.length - day.length) > most) return false;
    return distance(given, day) <= most;
  });
};
