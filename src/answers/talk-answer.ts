import { byTime } from '../domain/by-time.ts';
import type { KeptEvent } from '../domain/event.ts';
import { effective } from '../fold/effective.ts';
import type { Store } from '../store/store.ts';
import { textOf } from './cause-answers.ts';

/** A message of a talk; `text` is null where it was taken back. */
export interface TalkMessage {
  id: string;
  at: number;
  from: KeptEvent['from'];
  name: string | null;
  text: string | null;
}

/** The last of what was said with one identity, oldest first, as it stands after edits and takings back. */
export const talkAnswer = async ({ talks }: Pick<Store, 'talks'>, identity: string, most: number): Promise<TalkMessage[]> => {
  const found = (await talks.said(identity, most)).sort(byTime);
  const words = new Map(found.map((event) => [event._id, event]));
  return effective(found).flatMap((turn) => {
    const { event, recalled } = turn;
    if (event.body.kind !== 'message') return [];
    const text = recalled ? null : textOf(words.get(turn.words) ?? event);
    return [{ id: event.message, at: event.at, from: event.from, name: event.agent?.name ?? null, text }];
  });
};
