import { DEMO_ACCOUNT, type WebchatDoor } from '../../../adapters/webchat/door.ts';
import type { Whereabouts } from '../../adapter.ts';
import { talkAnswer } from '../../answers/talk-answer.ts';
import type { App } from '../../app.ts';
import type { Lang } from '../../commands/command.ts';
import { identityKey, identityParts, messageKey } from '../../domain/key.ts';
import type { Actor } from '../../domain/person.ts';
import type { TagwiseError } from '../../errors.ts';
import { SAMPLE_ACCOUNT } from '../../sample/turn-to-incoming.ts';
import { channelText } from '../../text/channel.ts';
import { webchatForm } from '../../text/webchat/webchat-form.ts';
import { createChannelDoor } from './channel-door.ts';
import { roomKey } from './room-memory.ts';

const CHANNEL = 'webchat';

/** Identities that nobody has but the sample, and whoever plays with it. */
const isPlayed = ({ channel, account }: { channel: string; account: string }): boolean =>
  account === SAMPLE_ACCOUNT || (channel === CHANNEL && account === DEMO_ACCOUNT);

const keyOf = ({ channel, account, customer }: Whereabouts): string => identityKey(channel, account, customer.id);

/**
 * The street as the web chat sees it. It asks only for people who are signed in, so that they have the role that they are signed in with;
 * `signedIn` says who that is now.
 */
export const createWebchatDoor = ({
  app,
  lang,
  unforeseen,
  signedIn,
}: {
  app: App;
  lang: Lang;
  unforeseen: (error: unknown) => TagwiseError;
  signedIn: (id: string) => Actor | null;
}): WebchatDoor => {
  const { store } = app;
  const door = createChannelDoor({
    ...{ app, channel: CHANNEL, account: () => '', form: webchatForm, lang, unforeseen },
    actorOf: signedIn,
  });

  return {
    ...door,
    keep: async (incoming, thread) => {
      const outcome = await door.keep(incoming, thread);
      const { channel, account, conversation, customer, from, at } = incoming;
      // The desk lists talks in the order in which their visitors spoke last, not first.
      if (outcome === 'kept' && customer && from === 'customer')
        await store.rooms.spokeAgain(roomKey({ channel, account, conversation, thread: null }), at);
      return outcome;
    },
    isOwn: async ({ channel, account }, conversation, id) => {
      const [found] = await store.events.byKeys([messageKey(channel, account, conversation, id)]);
      // A message that is not there yet belongs to whoever knows its id.
      return found === undefined || found.from === 'customer';
    },
    talk: (at, most) => talkAnswer(store, keyOf(at), most),

    talks: async (most) => {
      const rooms = await store.talks.newest(CHANNEL, '', most);
      const known = await store.customers.identities(rooms.map(({ identity }) => identity));
      const living = await store.customers.living(known.map(({ customer }) => customer));
      const found = new Map(known.map(({ _id, customer }) => [_id, living.get(customer)]));
      const shown = rooms.map(async ({ identity }) => {
        const customer = found.get(identity);
        if (!customer) return [];
        const [last] = await store.talks.said(identity, 1);
        return [{ id: customer._id, name: customer.state.name, channel: CHANNEL, waiting: last?.from === 'customer' }];
      });
      return (await Promise.all(shown)).flat();
    },

    cast: async (most) => {
      const found = await store.talks.ofSample(most);
      return Promise.all(
        found.map(async ({ _id, state }) => {
          const [key = ''] = await store.customers.keysOf(_id);
          return { id: _id, name: state.name, channel: identityParts(key).channel };
        }),
      );
    },

    meet: async (customer) => {
      const [found] = await store.customers.load([customer]);
      if (!found || found.mergedInto !== undefined) return null;
      const parts = (await store.customers.keysOf(customer)).map(identityParts);
      const played = found.sample === true ? parts.find(isPlayed) : undefined;
      const met = played ?? parts.find(({ channel, account }) => channel === CHANNEL && account === '');
      if (!met) return null;
      const { channel, account, id } = met;
      const sample = met === played;
      return { at: { channel, account, customer: { id, name: found.state.name, key: null } }, conversation: id, sample };
    },

    customerAt: async (at) => {
      await app.lanes.idle();
      const [found] = await store.customers.identities([keyOf(at)]);
      return found?.customer ?? null;
    },

    play: (incoming) => app.receive(incoming, () => 0, { sample: true }),

    agentOf: ({ id, name }, asked) => ({
      id,
      name: app.inForce.people().all.length === 0 ? channelText.ourselves[asked] : name,
    }),
  };
};
