import { setTimeout as sleep } from 'node:timers/promises';
import { log, WechatyBuilder } from 'wechaty';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import type { Bot, ContactPayload, MessagePayload, Puppet } from '../../adapters/wechat/wechaty-shape.ts';

log.level('silent');

/** People and rooms of a telephone that does not exist. */
export interface Phonebook {
  contacts: readonly (Pick<ContactPayload, 'id' | 'name'> & Partial<ContactPayload>)[];
  rooms: readonly { id: string; topic: string; memberIdList: string[] }[];
}

/** Wechaty's own puppet for tests, whose remarks can be written as on a real telephone. */
class PhonePuppet extends PuppetMock {
  readonly sent: { to: string; text: string }[] = [];
  remarks = true;

  override contactAlias(id: string): Promise<string>;
  override contactAlias(id: string, alias: string | null): Promise<void>;
  override contactAlias(id: string, alias?: string | null): Promise<never> {
    const payload = this.mocker.contactPayload(id);
    if (alias === undefined) return Promise.resolve((payload.alias ?? '') as never);
    if (this.remarks) this.mocker.contactPayload(id, { ...payload, alias: alias ?? '' });
    return Promise.resolve(undefined as never);
  }

  override async messageSendText(to: string, text: string): Promise<void> {
    this.sent.push({ to, text });
    await super.messageSendText(to, text);
  }

  override ding(data = ''): void {
    setImmediate(() => this.emit('dong', { data }));
  }
}

/** A telephone with WeChat on it, played by wechaty-puppet-mock; each build is another connection to the same telephone. */
export const createFakePhone = ({ contacts, rooms }: Phonebook, { login = 'bot' as string | null } = {}) => {
  const made: PhonePuppet[] = [];
  let count = 0;
  const sent: { to: string; text: string }[] = [];

  const latest = (): PhonePuppet => {
    const last = made.at(-1);
    if (!last) throw new Error('nobody has built a puppet yet');
    return last;
  };

  const build = () => {
    const mocker = new mock.Mocker();
    const puppet = new PhonePuppet({ mocker });
    puppet.sent.push = (...what) => sent.push(...what);
    for (const contact of contacts) mocker.createContact({ type: 1, friend: true, alias: '', ...contact } as never);
    // Who joins a room joins it in this telephone only.
    for (const room of rooms) mocker.createRoom(structuredClone(room));
    made.push(puppet);
    const bot = WechatyBuilder.build({ puppet });
    if (login !== null) puppet.on('start', () => void setImmediate(() => puppet.login(login)));
    return Promise.resolve({ bot: bot as unknown as Bot, puppet: puppet as unknown as Puppet });
  };

  /** A message comes in; gives its id. */
  const deliver = (payload: Partial<MessagePayload> & { talkerId: string }): string => {
    count += 1;
    const id = payload.id ?? `m${count}`;
    const whole = { id, timestamp: Date.now(), type: 7, text: '', ...payload };
    latest().mocker.cacheMessagePayload.set(id, whole as never);
    latest().emit('message', { messageId: id });
    return id;
  };

  return {
    build,
    made,
    sent,
    latest,
    deliver,
    /** Somebody writes to the account, or in a room. */
    says: (talkerId: string, text: string, more: Partial<MessagePayload> = {}): string =>
      deliver({ talkerId, text, ...(more.roomId === undefined ? { listenerId: 'bot' } : {}), ...more }),
    /** What was said to somebody, once so much was. */
    heardBy: async (to: string, count = 1, within = 3_000): Promise<string[]> => {
      const texts = () => sent.filter((one) => one.to === to).map(({ text }) => text);
      for (const end = Date.now() + within; texts().length < count && Date.now() < end; ) await sleep(10);
      return texts();
    },
  };
};

export type FakePhone = ReturnType<typeof createFakePhone>;
