import type { KeptEvent } from '../domain/event.ts';
import { messageKey } from '../domain/key.ts';

/**
 * Finds whom a recall or edit is about when it names nobody (some platforms send only the message's id). One whose message has
 * not come awaits it, so that the order of arrival does not show in what becomes of the two.
 */
export const address = async (event: KeptEvent, ownerOf: (key: string) => Promise<string | null>): Promise<KeptEvent> => {
  if (event.identity !== null || event.body.kind !== 'fact') return event;
  const target = messageKey(event.channel, event.account, event.conversation, String(event.body.data['message']));
  const identity = await ownerOf(target);
  return identity === null ? { ...event, state: 'awaiting', target } : { ...event, identity };
};
