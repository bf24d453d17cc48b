/** Writes a table of customers with 5 % dirty rows: `npx tsx bench/import/write.ts [rows] [seed] > customers.csv` */
import { BYTE_ORDER_MARK, csvLine } from '../../src/transfer/csv/format-csv.ts';
import { customersTable, HEADINGS } from '../../test/support/customers-table.ts';

const [rows = '30000', seed = '1'] = process.argv.slice(2);
process.stdout.write(BYTE_ORDER_MARK + csvLine(HEADINGS));
for (const { cells } of customersTable({ rows: Number(rows), seed: Number(seed) })) process.stdout.write(csvLine(cells));
