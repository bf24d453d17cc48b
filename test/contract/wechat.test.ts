import { setTimeout as sleep } from 'node:timers/promises';
import { openWechat } from '../support/open-wechat.ts';
import { describeContract, type Played } from './contract.ts';

const ROOM = 'vip@chatroom';
const MEI = 'wxid_mei';

const play = async (): Promise<Played> => {
  const { app, wechat, phone, troubles, breakDatabase } = await openWechat();
  /** Nobody says when a message has come: all that comes of it is there when nothing more comes for a while. */
  const settle = async () => {
    await sleep(250);
    await app.lanes.idle();
  };
  const say = async (talker: string, text: string, more: Parameters<typeof phone.says>[2]) => {
    const id = phone.says(talker, text, { roomId: ROOM, ...more });
    await settle();
    return { id, payload: { talker, text, more } };
  };
  return {
    ...{ app, channel: wechat, mei: MEI, li: 'wxid_li', staffRoom: 'staff@chatroom', troubles },
    says: (who, text, { at } = {}) => say(who, text, at === undefined ? {} : { timestamp: at }),
    acknowledged: () => null,
    redeliver: ({ id, payload }) => {
      const { talker, text, more } = payload as { talker: string; text: string; more: object };
      return say(talker, text, { ...more, id });
    },
    recall: async ({ id }) => void (await say(MEI, id, { type: 13 })),
    asks: async (who, words) => {
      const before = phone.sent.length;
      phone.says(who, who === MEI ? `/${words}` : words);
      if (who !== MEI) await phone.heardBy(who, phone.sent.filter(({ to }) => to === who).length + 1);
      await settle();
      return phone.sent
        .slice(before)
        .map(({ text }) => text)
        .join('\n');
    },
    saidInPublic: () => phone.sent.filter(({ to }) => to === ROOM || to === MEI).map(({ text }) => text),
    toldTo: (place) => phone.sent.filter(({ to }) => to === place).map(({ text }) => text),
    tell: (to, text) => wechat.tell(to, text),
    breakDatabase: async (is) => {
      breakDatabase(is);
      if (!is) await sleep(800);
    },
    breakSending: (is) => {
      const puppet = phone.latest() as unknown as { messageSendText?: unknown };
      if (is) puppet.messageSendText = () => Promise.reject(new Error('the line is dead'));
      else delete puppet.messageSendText;
    },
  };
};

describeContract('WeChat', play, ['acknowledges nothing', 'knows no edits']);
