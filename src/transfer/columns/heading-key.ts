import { nameKey } from '../../domain/tag-name.ts';

const keyOf = (text: string): string =>
  nameKey(text)
    .replace(/[\s_*:：/-]+/g, ' ')
    .trim()
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '');

/**
 * What spellings of one heading share: case, width, blanks, and what stands in brackets or marks a duty, as in 金额（元）* or Last_Contact. Of a
 * heading that is all in brackets these count for nothing: 【姓名】.
 */
export const headingKey = (heading: string): string =>
  keyOf(heading.replace(/[(（[【].*?[)）\]】]/g, '')) || keyOf(heading.replace(/[()（）[\]【】]/g, ''));
