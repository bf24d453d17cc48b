// What every channel keeps to, whatever its platform: each runs this suite in a few lines and names its exceptions.
import { describe, expect, test } from 'vitest';
import type { Adapter, Channel, Sent } from '../../src/adapter.ts';
import type { App } from '../../src/app.ts';

/** A channel with a platform behind it, as a story plays on it. Mei is a customer, Li works here. */
export interface Played {
  app: App;
  channel: Pick<Adapter, 'stop' | 'health'>;
  /** The ids of people there. */
  mei: string;
  li: string;
  /** A room that only staff reads. */
  staffRoom: string;
  /** Somebody says something where both read it; gives a handle on the message. Resolves when all that comes of it is applied. */
  says: (who: string, text: string, more?: { at?: number }) => Promise<Message>;
  /** Whether the platform was told that the message is taken; null where it never is. */
  acknowledged: (message: Message) => boolean | null;
  redeliver: (message: Message) => Promise<Message>;
  edit?: (message: Message, text: string) => Promise<void>;
  recall?: (message: Message) => Promise<void>;
  /** Gives a command where Li may; what Li reads. */
  asks: (who: string, words: string) => Promise<string>;
  /** All that the bot has said where a customer reads. */
  saidInPublic: () => string[];
  /** What was told to a person or a room. */
  toldTo: (place: string) => string[];
  /** Tells a person, or everybody in a room of staff. */
  tell: (to: Parameters<Channel<unknown>['tell']>[0], text: string) => Promise<Sent>;
  /** Nothing can be kept while it is broken. */
  breakDatabase: (is: boolean) => Promise<void>;
  /** The platform refuses to pass messages on. */
  breakSending?: (is: boolean) => void;
  troubles: string[];
}

export interface Message {
  id: string;
  payload: unknown;
}

/** What a platform cannot do; named, so that nobody takes it for forgotten. */
export type Exception = 'acknowledges nothing' | 'knows no edits' | 'tells of no failed message';

const tagsOf = async ({ app }: Played, id: string): Promise<string[]> => {
  const [customer] = await app.store.customers.load([id]);
  return (customer?.tagIds ?? []).map((tag) => app.inForce.tree().label(tag));
};

const HOUR = 3_600_000;

export const describeContract = (name: string, open: () => Promise<Played>, exceptions: readonly Exception[] = []): void => {
  const can = (exception: Exception) => !exceptions.includes(exception);

  describe(`${name} keeps the contract of channels`, () => {
    test('it is ready once it has started, and says so when it has stopped', async () => {
      const { channel } = await open();
      expect(channel.health().state).toBe('ready');
      await channel.stop();
      expect(channel.health().state).toBe('stopped');
      await channel.stop();
    });

    test('what a customer says is on disk before the platform hears that it is taken, and gets its tag', async () => {
      const played = await open();
      const message = await played.says(played.mei, '这个多少钱？');
      expect(played.acknowledged(message)).toBe(can('acknowledges nothing') ? true : null);
      expect(await played.app.store.events.count()).toBe(1);
      expect(await tagsOf(played, played.mei)).toContain('需求与意向:询价');
      expect(played.saidInPublic()).toEqual([]);
      expect(played.troubles).toEqual([]);
    });

    test('a message that comes twice counts once', async () => {
      const played = await open();
      const message = await played.says(played.mei, '太贵了');
      const again = await played.redeliver(message);
      expect(played.acknowledged(again)).toBe(can('acknowledges nothing') ? true : null);
      expect(await played.app.store.events.count()).toBe(1);
      // It takes two of them to be sensitive to prices.
      expect(await tagsOf(played, played.mei)).not.toContain('需求与意向:价格敏感');
    });

    test('what cannot be kept is not lost: it is refused and comes again, or waits', async () => {
      const played = await open();
      await played.breakDatabase(true);
      const message = await played.says(played.mei, '我要投诉');
      if (can('acknowledges nothing')) expect(played.acknowledged(message)).toBe(false);
      else expect(played.channel.health().state).toBe('degraded');
      expect(await played.app.store.events.count()).toBe(0);
      await played.breakDatabase(false);
      if (can('acknowledges nothing')) expect(played.acknowledged(await played.redeliver(message))).toBe(true);
      await played.app.lanes.idle();
      expect(await tagsOf(played, played.mei)).toContain('互动特征:投诉客户');
      expect(played.channel.health().state).toBe('ready');
    });

    test('the order of arrival does not show', async () => {
      const played = await open();
      const now = Date.now();
      await played.says(played.mei, '不用发报价了', { at: now - HOUR });
      await played.says(played.mei, '发个报价给我', { at: now - 2 * HOUR });
      expect(await tagsOf(played, played.mei)).not.toContain('需求与意向:要报价');
    });

    test('the words of staff tag nobody, and answer the customer at hand', async () => {
      const played = await open();
      await played.says(played.mei, '你好');
      await played.says(played.li, '我们现在有优惠，要不要发票和报价？');
      const [mei] = await played.app.store.customers.load([played.mei]);
      expect(await tagsOf(played, played.mei)).toContain('行为阶段:已沟通');
      expect(await tagsOf(played, played.mei)).not.toContain('需求与意向:发票');
      expect(mei?.state.owner?.id).toBe('li');
    });

    test('what staff say where no customer ever spoke is nobody else’s business', async () => {
      const played = await open();
      await played.says(played.li, '午饭吃什么？');
      expect(await played.app.store.events.count()).toBe(0);
    });

    test.runIf(can('knows no edits'))('an edited message counts with its new words', async () => {
      const played = await open();
      const message = await played.says(played.mei, '这个多少钱？');
      await played.edit?.(message, '打扰了');
      expect(await tagsOf(played, played.mei)).not.toContain('需求与意向:询价');
    });

    test('a message that is taken back takes its tag with it', async () => {
      const played = await open();
      const message = await played.says(played.mei, '这个多少钱？');
      await played.recall?.(message);
      expect(await tagsOf(played, played.mei)).not.toContain('需求与意向:询价');
    });

    test('who works here is answered, and no customer reads it', async () => {
      const played = await open();
      await played.says(played.mei, '这个多少钱？');
      expect(await played.asks(played.li, `标签 ${played.mei}`)).toContain('询价');
      expect(await played.asks(played.li, '标签 谁也不是')).toContain('没有找到');
      expect(await played.asks(played.li, '/飞到月球')).toMatch(/飞到月球/);
      expect(played.saidInPublic()).toEqual([]);
      expect(played.troubles).toEqual([]);
    });

    test('a customer’s command changes nothing and tells nothing', async () => {
      const played = await open();
      await played.says(played.mei, '你好');
      const said = await played.asks(played.mei, `打标 ${played.mei} +VIP`);
      expect(said).not.toContain('VIP');
      expect(await tagsOf(played, played.mei)).not.toContain('价值分层:VIP客户');
      expect(played.saidInPublic()).toEqual([]);
    });

    test('it tells a person and a room of staff', async () => {
      const played = await open();
      const { li, staffRoom, tell, toldTo } = played;
      expect(await tell({ person: li }, '早上好')).toEqual({ ok: true });
      expect(await tell({ room: staffRoom }, '老客户来了')).toEqual({ ok: true });
      expect(toldTo(li)).toEqual(['早上好']);
      expect(toldTo(staffRoom)).toEqual(['老客户来了']);
    });

    test.runIf(can('tells of no failed message'))(
      'a message that does not get through is a value, with when to try again',
      async () => {
        const played = await open();
        played.breakSending?.(true);
        const sent = await played.tell({ person: played.li }, '早上好');
        expect(sent).toMatchObject({ ok: false, retryAfter: expect.any(Number) });
        played.breakSending?.(false);
        expect(await played.tell({ person: played.li }, '早上好')).toEqual({ ok: true });
      },
    );
  });
};
