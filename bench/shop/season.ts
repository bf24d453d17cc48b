const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Days on which more or less is sold than on others: from, to (inclusive, as MMDD), and how much of an ordinary day. */
const DAYS: readonly (readonly [from: number, to: number, times: number])[] = [
  [101, 103, 0.5],
  [214, 224, 0.2],
  [501, 505, 0.6],
  [601, 620, 1.8],
  [1001, 1007, 0.5],
  [1101, 1112, 2.5],
  [1201, 1231, 1.3],
];

/** Talk by the hour of the day in Shanghai: nights are quiet, mornings and afternoons busy. */
const hourly = (hour: number): number => {
  if (hour < 8) return 0.06;
  if (hour < 12 || (hour >= 14 && hour < 18)) return 2;
  return hour < 22 ? 1.2 : 0.4;
};

/** How busy a moment is; 1 is the mean of an ordinary week. */
export const busyness = (at: number): number => {
  const local = new Date(at + 8 * HOUR);
  const date = (local.getUTCMonth() + 1) * 100 + local.getUTCDate();
  const season = DAYS.find(([from, to]) => date >= from && date <= to)?.[2] ?? 1;
  const weekend = [0, 6].includes(local.getUTCDay()) ? 0.6 : 1.1;
  return season * weekend * hourly(local.getUTCHours());
};

/** The moment by which `amount` ordinary time has passed since `at`: quiet hours go by faster than busy ones. */
export const later = (at: number, amount: number): number => {
  let moment = at;
  for (let left = amount; left >= 1; ) {
    const rate = busyness(moment);
    const step = Math.min(left / rate, HOUR - (moment % HOUR));
    moment = Math.ceil(moment + step);
    left -= step * rate;
  }
  return moment;
};
