import type { KeptEvent } from '../domain/event.ts';
import { messageKey } from '../domain/key.ts';
import { UserError } from '../errors.ts';

/**
 * Finds whom a recall or edit is about when it names nobody (some platforms send only the message's id). A recall of a message
 * that never came is kept under that message's own key, so that a later delivery has no effect.
 * @throws UserError for an edit of an unknown message.
 */
export const address = async (
  event: KeptEvent,
  find: (key: string) => Promise<Pick<KeptEvent, 'identity'> | null>,
): Promise<KeptEvent> => {
  if (event.identity !== null || event.body.kind !== 'fact') return event;
  const message = String(event.body.data['message']);
  const key = messageKey(event.channel, event.account, event.conversation, message);
  const found = await find(key);
  if (found?.identity) return { ...event, identity: found.identity };
  if (event.body.name === 'edit') throw new UserError('unknown_message');
  return { ...event, _id: key, message, state: 'done' };
};
