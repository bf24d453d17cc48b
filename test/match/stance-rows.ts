import type { Reading } from '../../src/domain/reading.ts';

/** Reads lines of `text | mentions | stance | block`. */
export function stanceRows(table: string) {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [text = '', mentions = '', stance = '', block = ''] = line.split('|').map((cell) => cell.trim());
    return { text, mentions, stance, block };
  });
}

/** What a reading says, in the words of the table. */
export function told(reading: Reading) {
  const mentions = reading.hits.map((hit) => `${hit.negated ? '-' : '+'}${hit.topic}`).join(' ');
  return { mentions, stance: reading.stance as string, block: reading.block.join(' ') };
}
