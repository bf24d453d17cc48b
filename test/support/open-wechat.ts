import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createWechat, type WechatParts } from '../../adapters/wechat/index.ts';
import { wechatLimits } from '../../adapters/wechat/limits.ts';
import type { Health } from '../../src/adapter.ts';
import { createChannelDoor } from '../../src/cli/channels/channel-door.ts';
import { UserError } from '../../src/errors.ts';
import { OutageError } from '../../src/store/faults.ts';
import { wechatForm } from '../../src/text/wechat/wechat-form.ts';
import { createFakePhone, type Phonebook } from './fake-phone.ts';
import { openStreet } from './open-street.ts';

export const WECHAT_PEOPLE = `
people:
  - { id: li, name: Li, role: agent, lang: zh, manager: hua, ids: { wechat: wxid_li } }
  - { id: hua, name: Hua, role: manager, lang: en, ids: { wechat: wxid_hua } }
`;

/** Li and Hua work here; Mei and Tom are customers. The bot's account is in a room for staff and in one with a customer. */
export const PHONEBOOK: Phonebook = {
  contacts: [
    { id: 'bot', name: '小店客服' },
    { id: 'wxid_li', name: '李' },
    { id: 'wxid_hua', name: '华' },
    { id: 'wxid_mei', name: '王小姐' },
    { id: 'wxid_tom', name: 'Tom' },
    { id: 'gh_news', name: '公众号', type: 2 },
  ],
  rooms: [
    { id: 'staff@chatroom', topic: '内部', memberIdList: ['bot', 'wxid_li', 'wxid_hua'] },
    { id: 'vip@chatroom', topic: 'VIP 群', memberIdList: ['bot', 'wxid_li', 'wxid_mei', 'wxid_tom'] },
  ],
};

/** Quick enough for a test. */
export const QUICK: NonNullable<WechatParts['limits']> = {
  ...wechatLimits,
  ...{ beat: 100, silent: 600, retry: 50, mostRetry: 400, login: 300, stop: 1_000, pause: 0, drain: 300 },
};

interface Options {
  config?: string;
  phonebook?: Phonebook;
  ids?: 'session' | 'permanent';
  /** Who is logged in on the telephone; null: nobody. */
  login?: string | null;
  build?: WechatParts['build'];
  gateway?: boolean;
  limits?: Partial<typeof QUICK>;
  /** The street on which another one of the same home stood. */
  street?: Awaited<ReturnType<typeof openStreet>>;
}

export const until = async (what: () => boolean | Promise<boolean>, within = 5_000): Promise<boolean> => {
  for (const end = Date.now() + within; Date.now() < end; await sleep(10)) if (await what()) return true;
  return what();
};

/** The real adapter on the whole street and a fresh database, with a telephone played by wechaty-puppet-mock. */
export const openWechat = async (options: Options = {}) => {
  const { config = WECHAT_PEOPLE, phonebook = PHONEBOOK, ids = 'permanent', login = 'bot' } = options;
  const street = options.street ?? (await openStreet({ config, clock: { mode: 'wall', at: 0, since: 0 }, wallNow: Date.now }));
  const { app } = street;
  const phone = createFakePhone(phonebook, { login });
  const troubles: string[] = [];
  const news: Health[] = [];
  let broken = false;
  let tags = 0;
  const wechat = createWechat({
    door: (account) => {
      const door = createChannelDoor({
        ...{ app, channel: 'wechat', account, form: wechatForm, lang: 'zh' },
        unforeseen: (error) => {
          troubles.push(String(error));
          return new UserError('unexpected_error', { reference: 'test' });
        },
      });
      return { ...door, keep: (...said) => (broken ? Promise.reject(new OutageError()) : door.keep(...said)) };
    },
    build: options.build ?? phone.build,
    ids,
    gateway: options.gateway ?? true,
    newTag: () => {
      tags += 1;
      return `tw-t${tags}`;
    },
    now: Date.now,
    limits: { ...QUICK, ...options.limits },
    news: (health) => news.push(health),
    log: (what, error) => troubles.push(`${what} ${String(error ?? '')}`.trim()),
  });
  onTestFinished(() => wechat.stop());
  await wechat.start();
  if (login !== null && options.build === undefined) await until(() => wechat.health().state === 'ready');

  return {
    ...{ street, app, phone, wechat, troubles, news },
    breakDatabase: (is: boolean): void => {
      broken = is;
    },
    messages: () => app.store.events.count(),
    /** Resolves when so many events are kept and applied. */
    kept: async (count: number): Promise<boolean> => {
      const there = await until(async () => (await app.store.events.count()) >= count);
      await app.lanes.idle();
      return there;
    },
    tagsOf: async (id: string): Promise<string[]> => {
      const [customer] = await app.store.customers.load([id]);
      return (customer?.tagIds ?? []).map((tag) => app.inForce.tree().label(tag)).sort();
    },
  };
};

export type WechatFixture = Awaited<ReturnType<typeof openWechat>>;
