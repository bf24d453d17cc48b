import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, createTalk, type Shop } from '../support/shop.ts';

describe('somebody new, in Chinese', () => {
  let shop: Shop;
  let bot: Running;
  let talk: ReturnType<typeof createTalk>;

  beforeAll(async () => {
    shop = createShop();
    bot = await shop.open('console --lang zh');
    talk = createTalk(bot);
  });
  afterAll(() => shop.close());

  test('finds a sample of 20 customers and three lines of what to type', () => {
    expect(bot.said.stdout).toContain('20 位客户，200 条消息');
    expect(bot.said.stdout).toMatch(/接下来可以输入：\n {2}\/segment VIP 静默 .*\n {2}\/why \S+ \S+ .*\n {2}\/as \S+ .*\n/);
  });

  test('types the three lines, and each does what it says', async () => {
    expect(await talk('/segment VIP 静默', /截至/)).toContain('共 2 位客户');
    expect(await talk('/why 小雨 询价', /截至/)).toContain('「【多小钱】呀这个」');
    expect(await talk('/as 小美', /\n/)).toBe('现在以客户 小美 的身份说话。\n');
  });

  test('writes as a customer and sees the tag with the words it rests on', async () => {
    expect(await talk('这个多少钱？', /询价/)).toMatch(/小美 {2}＋ \S*询价 {2}关键词「多少钱」 {2}「这个【多少钱】？」/);
    expect(await talk('/tags', /截至/)).toMatch(/询价 +刚刚 +关键词 询价/);
  });

  test('sees that a refusal tags nothing', async () => {
    bot.type('先不要发票');
    expect(await talk('/tags', /截至/)).not.toContain('发票');
  });

  test('is an agent, tags by hand with 打标 and takes it back with 撤销', async () => {
    await talk('/as agent Li', /客服 Li/);
    expect(await talk('打标 +紧急 阶段:已沟通', /截至/)).toMatch(/＋ 加上 \S*紧急[\s\S]*＋ 加上 \S*已沟通/);
    expect(await talk('标签', /截至/)).toMatch(/小美 .*阶段 已沟通/);
    expect(await talk('撤销', /截至/)).toMatch(/－ 去掉 \S*紧急[\s\S]*－ 去掉 \S*已沟通/);
    expect(await talk('标签', /截至/)).not.toMatch(/紧急|已沟通/);
  });

  test('mistypes and is told what to do', async () => {
    expect(await talk('/tag +紧及', /\n/)).toMatch(/紧及.*紧急/);
    expect(await talk('/segment (VIP', /\n/)).toContain('补上');
  });

  test('leaves with /quit', async () => {
    expect(await talk('/quit', /\n/)).toBe('再见。\n');
    expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('somebody new, in English', () => {
  let shop: Shop;
  let bot: Running;
  let talk: ReturnType<typeof createTalk>;

  beforeAll(async () => {
    shop = createShop();
    bot = await shop.open('console');
    talk = createTalk(bot);
  });
  afterAll(() => shop.close());

  test('types the three lines, and each does what it says', async () => {
    expect(bot.said.stdout).toContain('20 customers, 200 messages');
    const [, segment = '', why = '', as = ''] =
      /\n {2}(\/segment .*?) {2,}.*\n {2}(\/why .*?) {2,}.*\n {2}(\/as .*?) {2,}/.exec(bot.said.stdout) ?? [];
    expect(await talk(segment, /As of/)).toContain('2 customers');
    expect(await talk(why, /As of/)).toMatch(/Because\n.*\n.*“.*\[.+\].*”/);
    expect(await talk(as, /\n/)).toMatch(/^You now speak as the customer Lily\.\n$/);
  });

  test('asks the price, says it is urgent, then needs no quote: the tags follow', async () => {
    expect(await talk('how much is it? need it asap', /asap[\s\S]*\n[\s\S]*\n/)).toMatch(/Lily {2}\+ .*“how much is”/);
    bot.type('No need for a quote, thanks');
    const tags = await talk('/tags', /As of/);
    expect(tags).toMatch(/just now +keywords: asks the price and 1 more +“\[how much is\] it/);
    expect(tags).not.toMatch(/报价|quote/i);
  });

  test('asks for help and gets every command with its use', async () => {
    const help = await talk('/help', /in quotes\.\n$/);
    for (const verb of ['tags', 'why', 'tag', 'undo', 'segment', 'find', 'customer', 'library', 'audit', 'help'])
      expect(help).toMatch(new RegExp(`^${verb}\\b`, 'm'));
  });

  test('ends the input, and the console ends with it', async () => {
    bot.child.stdin.end();
    expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
    expect(bot.said.stdout).toMatch(/Bye\.\n$/);
  });
});

test('before anything else, doctor says what is there and help what can be typed; no database is started for it', async () => {
  const shop = createShop();
  try {
    const [doctor, help, none] = await Promise.all([shop.run('doctor'), shop.run('help'), shop.run('')]);
    expect(doctor).toMatchObject({ code: 0, stderr: '' });
    expect(doctor.stdout).toMatch(/^✓ Node[\s\S]*^✓ Keyword packs {2}48 packs, 24 topics/m);
    expect(help.code).toBe(0);
    expect(none).toEqual(help);
    expect(existsSync(join(shop.dir, '.tagwise', 'db'))).toBe(false);
  } finally {
    await shop.close();
  }
});
