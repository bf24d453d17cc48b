import type { PageAsking, PageRoute, Whereabouts } from '../../src/adapter.ts';
import { UserError } from '../../src/errors.ts';
import type { WebchatDoor } from './door.ts';
import { type KeepSaid, talkKey } from './keep-said.ts';
import type { WebchatLimits } from './limits.ts';
import type { Listeners } from './listeners.ts';
import { createRate } from './rate.ts';
import { readForm, readName, readText } from './read-said.ts';
import type { Visitors } from './visitors.ts';

export interface VisitorParts {
  door: WebchatDoor;
  keepSaid: KeepSaid;
  listeners: Listeners;
  visitors: Visitors;
  limits: WebchatLimits;
  now: () => number;
  /** @throws UserError where the channel is not open. */
  checkOpen: () => void;
}

const placeOf = (id: string, name: string | null) => {
  const at: Whereabouts = { channel: 'webchat', account: '', customer: { id, name, key: null } };
  return { at, conversation: id };
};

/**
 * What a visitor's page may do: read and write the talk of its own cookie, and no other. No address takes the name of a visitor, so that there
 * is none to guess.
 */
export const visitorRoutes = ({ door, keepSaid, listeners, visitors, limits, now, checkOpen }: VisitorParts): PageRoute[] => {
  const mayCome = createRate(limits.visitors, now);
  const maySay = createRate(limits.messages, now);

  const visitorOf = ({ cookie }: PageAsking): string => {
    const id = visitors.idIn(cookie);
    if (id === null) throw new UserError('chat_unknown_visitor');
    return id;
  };
  const writing = (asking: PageAsking): string => {
    checkOpen();
    const id = visitorOf(asking);
    if (!maySay(id)) throw new UserError('chat_too_many', { most: limits.messages });
    return id;
  };
  const letIn = ({ machine, setCookie }: PageAsking): string => {
    if (!mayCome(machine)) throw new UserError('chat_full');
    const { id, cookie } = visitors.make();
    setCookie(cookie);
    return id;
  };

  return [
    {
      method: 'POST',
      path: '/chat/talk',
      who: 'visitor',
      run: async (asking) => {
        checkOpen();
        const known = visitors.idIn(asking.cookie);
        if (known === null) return { id: letIn(asking), known: false, messages: [] };
        return { id: known, known: true, messages: await door.talk(placeOf(known, null).at, limits.shown) };
      },
    },
    {
      method: 'POST',
      path: '/chat/messages',
      who: 'visitor',
      run: async (asking) => {
        const visitor = writing(asking);
        const { id, text, name } = readForm('said', asking.body);
        const place = placeOf(visitor, readName(name));
        return { outcome: await keepSaid.say({ ...place, id, text: readText(text), keep: door.keep }) };
      },
    },
    {
      method: 'POST',
      path: '/chat/back',
      who: 'visitor',
      run: async (asking) => {
        const visitor = writing(asking);
        const { id } = readForm('recall', asking.body);
        const { at, conversation } = placeOf(visitor, null);
        if (!(await door.isOwn(at, conversation, id))) throw new UserError('chat_not_yours');
        return { outcome: await keepSaid.takeBack({ at, conversation, id, keep: door.keep }) };
      },
    },
    {
      method: 'STREAM',
      path: '/chat/live',
      who: 'visitor',
      open: async (asking) => {
        checkOpen();
        const key = talkKey(placeOf(visitorOf(asking), null).at);
        return { caller: key, listen: (send) => listeners.listen(key, send) };
      },
    },
  ];
};
