// Messages of which the classifier could not tell what they want: a manager says so, one by one, and it is learnt and taken back like the rest.
import { expect, it } from 'vitest';
import type { LearntAnswer, UnsureMessagesAnswer } from '../../src/domain/learn-answers.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { feed, MINUTE, START, says } from '../support/lines.ts';
import { HUA, LI, openDesk } from '../support/open-desk.ts';

/** Half understood, and too unsure to suggest anything. */
const UNSURE = ['那个再给我弄弄', '你们那个啥来着', 'could you look into that one again'];

const openShop = async () => {
  const desk = await openDesk();
  const { app, give } = desk;
  const lines = [...UNSURE, '这个多少钱？', '我要退款', '哈哈哈', UNSURE[0] ?? ''];
  await feed(
    app,
    lines.map((text, n) => says(`c${n}`, text, START + n * MINUTE)),
  );
  const list = async () => (await give(HUA, 'learn messages')).doc as UnsureMessagesAnswer;
  return { ...desk, list, learn: async (line: string) => (await give(HUA, `learn ${line}`)).doc as LearntAnswer };
};

it('lists what left open what it wants, once each, without what was understood', async () => {
  const { list, give } = await openShop();
  const doc = await list();
  const texts = doc.unsure.map(({ text }) => text);
  expect(doc.messages).toBe(7);
  expect(texts.length).toBeGreaterThan(0);
  expect(UNSURE).toEqual(expect.arrayContaining(texts));
  expect(new Set(texts).size).toBe(texts.length);
  for (const { guesses } of doc.unsure) for (const { confidence } of guesses) expect(confidence).toBeLessThan(0.5);
  const shown = renderReply(await give(HUA, 'learn messages'), aView('zh'));
  expect(shown).toMatch(/7 条客户消息里，有 \d 句拿不准/);
  expect(shown).toContain(texts[0]);
});

it('what a manager says is an example from then on, is not asked about again, and goes with a rollback', async () => {
  const { list, learn, app } = await openShop();
  const [first] = (await list()).unsure;
  const learnt = await learn('messages 1 tech_support');
  expect(learnt).toMatchObject({ did: 'approve', version: 1, learnt: 1 });
  expect(learnt.lessons).toMatchObject([{ text: first?.text, intent: 'tech_support', says: 'yes' }]);
  expect((await app.store.learnings.learnt()).lessons).toMatchObject([{ text: first?.text, intent: 'tech_support' }]);
  expect((await list()).unsure.map(({ text }) => text)).not.toContain(first?.text);
  await learn('rollback');
  expect((await list()).unsure.map(({ text }) => text)).toContain(first?.text);
});

it('what teaches nothing is not asked about again', async () => {
  const { list, learn } = await openShop();
  const [first] = (await list()).unsure;
  expect(await learn('messages drop 1')).toMatchObject({ did: 'drop_message', version: 1, learnt: 0 });
  expect((await list()).unsure.map(({ text }) => text)).not.toContain(first?.text);
});

it.each([
  ['learn messages 1', 'messages_usage'],
  ['learn messages 1 yes', 'no_such_intent'],
  ['learn messages x refund', 'messages_usage'],
  ['learn messages 1 refnud', 'no_such_intent'],
  ['learn messages drop', 'messages_usage'],
  ['learn messages drop 1 2', 'messages_usage'],
  ['learn messages 99 refund', 'number_not_shown'],
])('%s is refused, and nothing is learnt', async (line, code) => {
  const { list, give, app } = await openShop();
  await list();
  await expect(give(HUA, line)).rejects.toMatchObject({ code });
  expect((await app.store.learnings.learnt()).lessons).toEqual([]);
});

it('agents do not teach', async () => {
  const { give } = await openShop();
  await expect(give(LI, 'learn messages')).rejects.toMatchObject({ code: 'learn_managers_only' });
});
