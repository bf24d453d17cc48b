import type { Row, Table } from '../table.ts';
import { isBlank } from '../table.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { createCsvParser } from './parse-csv.ts';
import { readText } from './read-text.ts';

/** A first line that is longer is no heading. */
const HEAD = 65_536;

const headOf = async (text: AsyncGenerator<string>): Promise<string> => {
  let head = '';
  for await (const piece of text) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.trimStart();
};

async function* rowsOf(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<Row> {
  const parser = createCsvParser(delimiter);
  for await (const piece of text) for (const row of parser.write(piece)) if (!isBlank(row)) yield row;
  for (const row of parser.end()) if (!isBlank(row)) yield row;
}

/** Opens a CSV file as a table; the decoder has taken its mark away. Throws UserError for what is no text. */
export const openCsv = async ({ path, head, file }: { path: string; head: Buffer; file: string }): Promise<Table> => {
  const { encoding, text } = await readText(path, head, file);
  const delimiter = guessDelimiter(await headOf(text()));
  return { format: 'csv', encoding, delimiter, rows: () => rowsOf(text(), delimiter) };
};
