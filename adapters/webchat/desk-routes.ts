import type { PageAsking, PageRoute } from '../../src/adapter.ts';
import type { Actor } from '../../src/domain/person.ts';
import { UserError } from '../../src/errors.ts';
import type { Met, WebchatDoor } from './door.ts';
import { type KeepSaid, STAFF } from './keep-said.ts';
import type { WebchatLimits } from './limits.ts';
import type { Listeners } from './listeners.ts';
import { readForm, readText } from './read-said.ts';

export interface DeskParts {
  door: WebchatDoor;
  keepSaid: KeepSaid;
  listeners: Listeners;
  limits: WebchatLimits;
  /** Whether the local demo is open: only then is anybody of the sample met here. */
  demo: () => boolean;
  /** @throws UserError where the channel is not open. */
  checkOpen: () => void;
}

/** Whoever is signed in. @throws UserError where nobody is; the web server lets nobody in then, and this says it once more. */
export const personIn = ({ person }: PageAsking): Actor => {
  if (person === null) throw new UserError('not_signed_in');
  return person;
};

/** Finds the talk of a customer for a page of staff. @throws UserError where it is not for this page. */
export const createMeeting =
  ({ door, demo }: Pick<DeskParts, 'door' | 'demo'>) =>
  async (customer: string): Promise<Met> => {
    const met = await door.meet(customer);
    if (met === null || (met.sample && !demo())) throw new UserError('chat_no_talk');
    return met;
  };

/** What people who work here may do: see who wrote, read a talk, answer it, and give commands about its customer. */
export const deskRoutes = ({ door, keepSaid, listeners, limits, demo, checkOpen }: DeskParts): PageRoute[] => {
  const meeting = createMeeting({ door, demo });
  return [
    {
      method: 'GET',
      path: '/desk/talks',
      who: 'staff',
      run: async () => ({ talks: await door.talks(limits.talks) }),
    },
    {
      method: 'GET',
      path: '/desk/talk',
      who: 'staff',
      run: async ({ query }) => {
        const { customer } = readForm('whom', query);
        const { at, sample } = await meeting(customer);
        return { customer: { id: customer, name: at.customer.name }, sample, messages: await door.talk(at, limits.shown) };
      },
    },
    {
      method: 'POST',
      path: '/desk/say',
      who: 'staff',
      run: async (asking) => {
        checkOpen();
        const person = personIn(asking);
        if (person.role === 'viewer') throw new UserError('viewer_changes_nothing');
        const { id, text, customer } = readForm('answered', asking.body);
        const { at, conversation, sample } = await meeting(customer);
        const keep = sample ? door.play : door.keep;
        const agent = door.agentOf(person, asking.lang);
        return { outcome: await keepSaid.say({ at, conversation, id, text: readText(text), agent, keep }) };
      },
    },
    {
      method: 'POST',
      path: '/desk/ask',
      who: 'staff',
      run: async (asking) => {
        const { id, name } = personIn(asking);
        const { words, told, customer } = readForm('asked', asking.body);
        return door.answer({
          ...{ from: { id, name }, room: { conversation: 'desk', thread: null }, words: readText(words), lang: asking.lang },
          ...(told === undefined ? {} : { told }),
          ...(customer === undefined ? {} : { customer }),
        });
      },
    },
    {
      method: 'STREAM',
      path: '/desk/live',
      who: 'staff',
      open: async (asking) => {
        const { id } = personIn(asking);
        return {
          caller: id,
          listen: (send) => {
            const stops = [STAFF, `person ${id}`].map((to) => listeners.listen(to, send));
            return () => {
              for (const stop of stops) stop();
            };
          },
        };
      },
    },
  ];
};
