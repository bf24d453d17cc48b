const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Above a heading people put a title, a date, a remark. */
const LOOKED_AT = 10;

const count = (line: string, delimiter: string): number => line.split(delimiter).length - 1;

/** The one that stands most often in a line; the first of those that do equally often. */
const oftenest = (line: string): string =>
  DELIMITERS.reduce<string>((best, one) => (count(line, one) > count(line, best) ? one : best), ',');

/**
 * The delimiter of a CSV file, outside of quotes: the one that stands most often in the first line. Where that may be a title, because the next lines
 * know nothing of its delimiter, the one of the first line that is followed by one with as many; a comma where none does.
 */
export const guessDelimiter = (text: string): string => {
  const lines = (text.replace(/"[^"]*"?/g, '').match(/[^\r\n]+/g) ?? []).slice(0, LOOKED_AT);
  const [first = ''] = lines;
  const guess = oftenest(first);
  const table = lines.find((line, at) => {
    const next = lines[at + 1] ?? '';
    const delimiter = oftenest(line);
    const even = count(line, delimiter) > 0 && count(line, delimiter) === count(next, delimiter);
    return even && (count(line, guess) === 0 || count(next, guess) === 0);
  });
  return table === undefined ? guess : oftenest(table);
};
