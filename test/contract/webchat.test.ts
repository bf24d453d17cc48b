import { openWebchat } from '../support/open-webchat.ts';
import { readStream } from '../support/read-stream.ts';
import { describeContract, type Message, type Played } from './contract.ts';

/** Words of an answer or of what is told, as a page draws them. */
const wordsIn = ({ title = '', sections = [] }: { title?: string; sections?: { heading: string; rows: string[] }[] }) =>
  [title, ...sections.flatMap(({ heading, rows }) => [heading, ...rows])].join('\n');

const play = async (): Promise<Played> => {
  const chat = await openWebchat();
  const { app, address, ask, webchat } = chat;
  const mei = await chat.visit();
  const li = await chat.signIn('li');
  const public_ = await readStream(`${address}/chat/live`, { cookie: mei.cookie });
  const openDesk = () => readStream(`${address}/desk/live`, { cookie: li });
  let desk = await openDesk();
  const told: { all: boolean; text: string }[] = [];
  const acknowledged = new Map<string, boolean>();
  let mended: Promise<unknown> = Promise.resolve();

  const deliver = async (text: string, more: { at?: number; id?: string }): Promise<Message> => {
    const { id, status } = await chat.say(mei.cookie, text, more);
    acknowledged.set(id, status === 200);
    return { id, payload: { text, ...more } };
  };
  return {
    ...{ app, channel: webchat, mei: mei.id, li: 'li', staffRoom: 'staff', troubles: chat.troubles },
    says: async (who, text, more = {}) => {
      if (who === mei.id) return deliver(text, more);
      await chat.answer(li, mei.id, text);
      return { id: '', payload: text };
    },
    acknowledged: ({ id }) => acknowledged.get(id) ?? false,
    redeliver: ({ id, payload }) => {
      const { text, at } = payload as { text: string; at?: number };
      return deliver(text, { id, ...(at === undefined ? {} : { at }) });
    },
    recall: async ({ id }) => {
      await ask('/chat/back', { as: mei.cookie, body: { id } });
      await chat.settle();
    },
    asks: async (who, words) => {
      // A visitor has no address for commands: what they try at that of staff, and what they write, is all they can.
      if (who === mei.id) await deliver(words, {});
      const heard = await ask<Parameters<typeof wordsIn>[0]>('/desk/ask', {
        as: who === mei.id ? mei.cookie : li,
        body: { words },
      });
      return heard.status === 200 ? wordsIn(heard.body) : heard.text;
    },
    saidInPublic: () =>
      public_.events.flatMap(({ name, data }) =>
        (name === 'said' && data['from'] === 'customer') || name === 'now' || data['name'] === 'Li' ? [] : [JSON.stringify(data)],
      ),
    toldTo: (place) => told.filter(({ all }) => all === (place === 'staff')).map(({ text }) => text),
    tell: async (to, text) => {
      await mended;
      const before = desk.events.length;
      const sent = await webchat.tell(to, { title: text, sections: [] });
      if (!sent.ok) return sent;
      await desk.until(() => desk.events.length > before);
      const data = desk.events[before]?.data ?? {};
      told.push({ all: data['all'] === true, text: wordsIn(data) });
      return sent;
    },
    breakDatabase: async (is) => chat.breakDatabase(is),
    breakSending: (is) => {
      desk.stop();
      mended = is
        ? chat.desksClosed()
        : openDesk().then((open) => {
            desk = open;
          });
    },
  };
};

describeContract('The web chat', play, ['knows no edits']);
