import type { PageRoute, Whereabouts } from '../../src/adapter.ts';
import { UserError } from '../../src/errors.ts';
import { createMeeting, type DeskParts } from './desk-routes.ts';
import { DEMO_ACCOUNT, type Met } from './door.ts';
import { readForm, readName, readText } from './read-said.ts';

const newcomer = (id: string, name: string | null): Met => {
  const at: Whereabouts = { channel: 'webchat', account: DEMO_ACCOUNT, customer: { id, name, key: null } };
  return { at, conversation: id, sample: true };
};

/** What the operator may do in the local demo, and nobody anywhere else: speak as a customer of the sample, or as somebody new. */
export const demoRoutes = ({ door, keepSaid, limits, demo, checkOpen }: DeskParts): PageRoute[] => {
  const meeting = createMeeting({ door, demo });
  const checkDemo = () => {
    checkOpen();
    // The web server asks too. It is asked again here, for this must never be possible anywhere else.
    if (!demo()) throw new UserError('demo_closed');
  };
  const playing = async (customer: string): Promise<Met> => {
    const met = await meeting(customer);
    if (!met.sample) throw new UserError('chat_not_of_the_sample');
    return met;
  };

  return [
    {
      method: 'GET',
      path: '/demo/cast',
      who: 'operator',
      run: async () => {
        checkDemo();
        const [cast, talks] = await Promise.all([door.cast(limits.talks), door.talks(limits.talks)]);
        return { cast, talks };
      },
    },
    {
      method: 'POST',
      path: '/demo/say',
      who: 'operator',
      run: async ({ body }) => {
        checkDemo();
        const { id, text, name, customer, visitor } = readForm('played', body);
        if ((customer === undefined) === (visitor === undefined)) throw new UserError('chat_unreadable');
        const met = visitor === undefined ? await playing(customer ?? '') : newcomer(visitor, readName(name));
        const { at, conversation } = met;
        const outcome = await keepSaid.say({ at, conversation, id, text: readText(text), keep: door.play });
        return { outcome, customer: await door.customerAt(at) };
      },
    },
    {
      method: 'POST',
      path: '/demo/back',
      who: 'operator',
      run: async ({ body }) => {
        checkDemo();
        const { id, customer } = readForm('playedRecall', body);
        const { at, conversation } = await playing(customer);
        if (!(await door.isOwn(at, conversation, id))) throw new UserError('chat_not_yours');
        const outcome = await keepSaid.takeBack({ at, conversation, id, keep: door.play });
        return { outcome, customer: await door.customerAt(at) };
      },
    },
  ];
};
