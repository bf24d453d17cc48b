import { nearWord } from '../../domain/near-word.ts';
import { UsageError } from '../../errors.ts';
import { headingKey } from '../columns/heading-key.ts';
import type { Headings } from '../columns/headings.ts';
import { DEFAULT_COLUMNS, type ExportColumn, exportColumns } from './export-columns.ts';

/** The column that an import would put under this heading. */
const byHeading = (word: string, headings: Headings): string | null => {
  const target = headings.target(word);
  if (target?.to === 'column') return target.name;
  return target?.to === 'field' ? target.field : null;
};

/**
 * The columns that somebody names, parted by commas, in whatever words an import understands; the usual ones where nobody names any.
 * @throws UsageError for a word that means no column of an export.
 */
export const pickColumns = (text: string | undefined, headings: Headings): ExportColumn[] => {
  if (text === undefined) return exportColumns.filter(({ id }) => DEFAULT_COLUMNS.includes(id));
  const spellings = new Map(
    exportColumns.flatMap((column) => [column.id, column.zh, column.en].map((word) => [headingKey(word), column])),
  );
  const picked = text
    .split(/[,，、;；]/)
    .filter((word) => word.trim() !== '')
    .map((word) => {
      const column = spellings.get(headingKey(word)) ?? exportColumns.find(({ id }) => id === byHeading(word, headings));
      if (column) return column;
      const near = spellings.get(nearWord(headingKey(word), [...spellings.keys()]) ?? '');
      const known = (lang: 'zh' | 'en') => exportColumns.map((one) => one[lang]).join(lang === 'zh' ? '、' : ', ');
      const params = {
        word: word.trim(),
        near: near?.zh ?? '',
        nearEn: near?.en ?? '',
        known: known('zh'),
        knownEn: known('en'),
      };
      throw new UsageError('export_unknown_column', params);
    });
  if (picked.length === 0) throw new UsageError('option_needs_value', { option: '--columns' });
  return [...new Set(picked)];
};
