import { UsageError, UserError } from '../errors.ts';
import type { Context } from './command.ts';

const ALL = ['all', '全部', '所有'];

/** Something that a list showed, and the number that stood before it. */
export interface Picked {
  number: number;
  id: string;
}

/**
 * What numbers mean in the list that somebody saw last, whatever has come since; `all` is all that stood there.
 * @throws UserError where they saw none or it had no such number, UsageError for what is no number.
 */
export const pickShown = async ({ app, actor }: Context, list: string, words: readonly string[]): Promise<Picked[]> => {
  const shown = await app.store.shown.of(list, actor.id);
  if (shown === null || shown.ids.length === 0) throw new UserError('list_not_seen', { list });
  const all = shown.ids.map((id, place) => ({ number: place + 1, id }));
  if (words.some((word) => ALL.includes(word.toLowerCase()))) return all;
  // Commas and the full stop of a list belong to nobody's number.
  const numbers = words.flatMap((word) => word.split(/[,，、]/).filter((part) => part !== ''));
  const picked = numbers.map((word) => {
    if (!/^\d+[.。]?$/.test(word)) throw new UsageError('no_number', { word, list });
    const number = Number.parseInt(word, 10);
    const found = all[number - 1];
    if (!found) throw new UserError('number_not_shown', { number, most: all.length, list });
    return found;
  });
  return picked.filter((one, place) => picked.findIndex(({ id }) => id === one.id) === place);
};
