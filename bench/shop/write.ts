/**
 * Writes the made-up shop as lines for `tagwise replay`: `npx tsx bench/shop/write.ts [--customers 2000] [--lines 200000] [--seed N] > shop.jsonl`.
 */
import { parseArgs } from 'node:util';
import { shop, YEAR } from './shop.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '2000' },
    lines: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(YEAR.seed) },
  },
});
const size = { ...YEAR, seed: Number(values.seed), customers: Number(values.customers), lines: Number(values.lines) };
for (const line of shop(size)) process.stdout.write(`${JSON.stringify(line)}\n`);
