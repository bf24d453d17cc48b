import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../src/config/load-packs.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { type PeopleRow, peopleRows } from './people-rows.ts';

const keywords = join(import.meta.dirname, '..', '..', 'keywords');
const { topics } = await loadPacks({ dirs: [join(keywords, 'zh'), join(keywords, 'en')], tagId: (name) => name });
const matcher = createMatcher(topics);

/** What a row's message gives besides what it should: lines to read when the test fails. */
function wrong({ text, must, may }: PeopleRow) {
  const counted = new Set(matcher.read(text).hits.flatMap((hit) => (hit.negated ? [] : hit.topic)));
  const missed = must.filter((topic) => !counted.has(topic)).map((topic) => `${text}: not ${topic}`);
  const invented = [...counted].filter((topic) => !must.includes(topic) && !may.includes(topic));
  return { missed, invented: invented.map((topic) => `${text}: ${topic}`) };
}

describe('messages as customers type them, against the shipped packs', () => {
  test.each(peopleRows('known-defects.txt'))('$text', (row) => {
    expect(wrong(row)).toEqual({ missed: [], invented: [] });
  });

  test.each([
    ['skip the quote', 'request_quote'],
    ['no quote, thanks', 'request_quote'],
    ['forget about the quote', 'request_quote'],
    ["I won't renew", 'renew'],
    ['不续费了', 'renew'],
    ['拒绝续费', 'renew'],
  ])('a word that counts only alone is taken back in company: %s', (text, topic) => {
    expect(matcher.read(text).block).toEqual([topic]);
  });

  test.each(['as-people-type.txt', 'as-people-type-held-out.txt'])(
    '%s: at most one topic in fifty is missed or invented',
    (file) => {
      const rows = peopleRows(file);
      const missed = rows.flatMap((row) => wrong(row).missed);
      const invented = rows.flatMap((row) => wrong(row).invented);
      const due = rows.reduce((sum, row) => sum + row.must.length, 0);
      expect(rows.length).toBeGreaterThan(100);
      expect(missed.length / due, missed.join('\n')).toBeLessThanOrEqual(0.02);
      expect(invented.length / due, invented.join('\n')).toBeLessThanOrEqual(0.02);
    },
  );
});
