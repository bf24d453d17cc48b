import { nameKey } from '../../domain/tag-name.ts';

/** What spellings of one heading share: case, width, blanks, and what stands in brackets or marks a duty, as in 金额（元）* or Last_Contact. */
export const headingKey = (heading: string): string =>
  nameKey(heading.replace(/[(（[【].*?[)）\]】]/g, ''))
    .replace(/[\s_*:：/-]+/g, ' ')
    .trim()
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '');
