const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The delimiter of a CSV file, by its first line: the one that stands there most often outside of quotes; a comma where none does. */
export const guessDelimiter = (text: string): string => {
  const [line = ''] = text.replace(/"[^"]*"?/g, '').match(/[^\r\n]+/) ?? [];
  const count = (delimiter: string) => line.split(delimiter).length - 1;
  return DELIMITERS.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ',');
};
