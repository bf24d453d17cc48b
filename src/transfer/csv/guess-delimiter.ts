const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Above a heading people put a title, a date, a remark. */
const LOOKED_AT = 10;

const count = (line: string, delimiter: string): number => line.split(delimiter).length - 1;

/** The one that stands most often in a line; the first of those that do equally often. */
const oftenest = (line: string): string =>
  DELIMITERS.reduce<string>((best, one) => (count(line, one) > count(line, best) ? one : best), ',');

/**
 * The delimiter of a CSV file: the one that stands most often outside of quotes in the first line that is followed by one with as many; where there
 * is no such line, in the first; a comma where none does.
 */
export const guessDelimiter = (text: string): string => {
  const lines = text.replace(/"[^"]*"?/g, '').match(/[^\r\n]+/g) ?? [];
  const table = lines.slice(0, LOOKED_AT).find((line, at) => {
    const delimiter = oftenest(line);
    return count(line, delimiter) > 0 && count(line, delimiter) === count(lines[at + 1] ?? '', delimiter);
  });
  return oftenest(table ?? lines[0] ?? '');
};
