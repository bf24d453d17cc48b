// What people answer teaches nothing by itself: a manager looks at it, approves it, and can take it back.
import { describe, expect, it } from 'vitest';
import type { LearnAnswer, LearnHistoryAnswer, LearntAnswer } from '../../src/domain/learn-answers.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { feed, MINUTE, START, says } from '../support/lines.ts';
import { HUA, LI, openDesk, person } from '../support/open-desk.ts';

/** What the classifier half understands. */
const [BUDGET, PARTNER] = ["we've got 8k approved", 'we want to work with you'];
const ADA = person('Ada', 'admin');

/** Two customers whose words are half understood, and two answers: a yes and a no. */
const openAnswered = async () => {
  const desk = await openDesk();
  await feed(desk.app, [says('mei', BUDGET, START), says('chen', PARTNER, START + MINUTE)]);
  await desk.give(LI, 'tag mei +预算');
  await desk.give(LI, 'tag chen -合作');
  const learn = async (line = '', actor = HUA) => (await desk.give(actor, `learn ${line}`)).doc;
  return {
    ...desk,
    list: async (actor = HUA) => (await learn('', actor)) as LearnAnswer,
    learn: async (line: string, actor = HUA) => (await learn(line, actor)) as LearntAnswer,
    history: async () => (await learn('history')) as LearnHistoryAnswer,
  };
};
const said = ({ proposals }: LearnAnswer) => proposals.map(({ text, intent, says, by }) => [text, intent, says, by]);
const YES = [BUDGET, 'budget', 'yes', 'Li'];
const NO = [PARTNER, 'partnership', 'no', 'Li'];

describe('what waits for approval', () => {
  it('is every yes and no about an intent, with the words, the oldest first', async () => {
    const { list } = await openAnswered();
    expect(said(await list())).toEqual([YES, NO]);
  });

  it('does not wait any more once its answer is taken back', async () => {
    const { give, list } = await openAnswered();
    await give(LI, 'undo mei');
    expect(said(await list())).toEqual([NO]);
  });

  it('is one where several people said the same of the same words', async () => {
    const { app, give, list } = await openAnswered();
    await feed(app, [says('bob', 'We want to  work with you', START + 3 * MINUTE)]);
    await give(HUA, 'tag bob -合作');
    const { proposals, count } = await list();
    expect(count).toBe(2);
    expect(proposals[1]).toMatchObject({ intent: 'partnership', also: 1 });
  });

  it('holds no answer to what keywords gave, to many at once, or to words that the files have already', async () => {
    const { app, give, confirm, list } = await openAnswered();
    const { examples } = await app.readTaught();
    const asked = examples.find(({ text, label }) => label === 'ask_price' && /^[a-z ]+$/.test(text))?.text ?? '';
    await feed(app, [
      says('kai', '机器坏了，能维修吗', START + 2 * MINUTE),
      says('bob', 'we want to work with you', START + 3 * MINUTE),
      says('una', asked, START + 4 * MINUTE),
    ]);
    await give(LI, `tag kai -维修`);
    await give(LI, 'tag una +询价');
    await give(HUA, 'tag bob +VIP');
    await confirm(HUA, 'tag @(VIP) -合作');
    expect(said(await list())).toEqual([YES, NO]);
  });

  it('never holds a number of an identity card or a bank card', async () => {
    const { app, give, list } = await openAnswered();
    await feed(app, [says('nan', "we've got 8k approved 6222021234567890128", START + 5 * MINUTE)]);
    await give(LI, 'tag nan +预算');
    expect(JSON.stringify(await list())).not.toContain('6222021234567890128');
  });
});

describe('a manager', () => {
  it('approves by number, or all that was shown; what is decided is not proposed again', async () => {
    const { list, learn, history, app } = await openAnswered();
    await list();
    expect(await learn('approve 1')).toMatchObject({ did: 'approve', version: 1, learnt: 1, lessons: [{ text: BUDGET }] });
    expect(said(await list())).toEqual([NO]);
    expect(await learn('approve all')).toMatchObject({ version: 2, learnt: 2, lessons: [{ says: 'no' }] });
    expect(await list()).toMatchObject({ count: 0, version: 2, learnt: 2 });
    expect((await history()).steps).toMatchObject([
      { version: 2, by: 'Hua', yes: 0, no: 1 },
      { version: 1, by: 'Hua', yes: 1, no: 0, undone: null },
    ]);
    expect((await app.store.learnings.learnt()).lessons.map(({ text }) => text)).toEqual([BUDGET, PARTNER]);
    const rows = await app.store.ledger.newest({}, 2);
    expect(rows).toMatchObject([
      { action: 'learn', actor: 'Hua', note: 'approve 1 → 2' },
      { action: 'learn', note: 'approve 1 → 1' },
    ]);
  });

  it('means by a number what stood there, whatever has come since', async () => {
    const { app, give, list, learn, code } = await openAnswered();
    await list();
    await give(LI, 'undo mei');
    await feed(app, [says('new', "we've got 9k approved", START + 9 * MINUTE)]);
    await give(LI, 'tag new +预算');
    expect(await code(HUA, 'learn approve 1')).toBe('lesson_gone');
    expect(await learn('approve 2')).toMatchObject({ lessons: [{ text: PARTNER }] });
  });

  it('leaves out what nobody should learn from', async () => {
    const { list, learn } = await openAnswered();
    await list();
    expect(await learn('drop 2')).toMatchObject({ did: 'drop', takesOver: null, lessons: [{ text: PARTNER }] });
    expect(said(await list())).toEqual([YES]);
  });

  it('goes back a step, or to any version; what was learnt since waits again', async () => {
    const { list, learn, history, app, code } = await openAnswered();
    await list();
    await learn('approve 1');
    await learn('approve 2');
    expect(await learn('rollback')).toMatchObject({ did: 'rollback', version: 1, undone: [2], lessons: [{ text: PARTNER }] });
    expect(said(await list())).toEqual([NO]);
    await learn('approve 1');
    expect(await learn('rollback 0')).toMatchObject({ version: 0, learnt: 0, undone: [1, 3] });
    expect((await app.store.learnings.learnt()).lessons).toEqual([]);
    expect((await history()).steps.map(({ version, undone }) => [version, undone?.by])).toEqual([
      [3, 'Hua'],
      [2, 'Hua'],
      [1, 'Hua'],
    ]);
    expect(await code(HUA, 'learn rollback')).toBe('nothing_learnt');
  });

  it('cannot approve words for two intents, nor a yes and a no of the same', async () => {
    const { app, give, list, code } = await openAnswered();
    await feed(app, [says('bob', PARTNER, START + 3 * MINUTE)]);
    await give(HUA, 'tag bob +合作');
    expect((await list()).count).toBe(3);
    expect(await code(HUA, 'learn approve all')).toBe('lesson_contradicts');
    expect((await app.store.learnings.all()).length).toBe(0);
    expect(await code(HUA, 'learn approve 3')).toBe('done');
    expect(await code(HUA, 'learn approve 2')).toBe('lesson_contradicts');
  });

  it('and another one at the same moment both get what they asked for, one after the other', async () => {
    const { list, learn, app } = await openAnswered();
    await list();
    await list(ADA);
    await Promise.all([learn('approve 1'), learn('approve 2', ADA)]);
    expect((await app.store.learnings.all()).map(({ version, by }) => [version, by]).sort()).toEqual([
      [1, expect.any(String)],
      [2, expect.any(String)],
    ]);
    expect((await app.store.learnings.learnt()).lessons).toHaveLength(2);
  });
});

it('an agent decides nothing, and that they tried stands in the audit', async () => {
  const { code, denials, app } = await openAnswered();
  for (const line of ['learn', 'learn approve 1', 'learn rollback']) expect(await code(LI, line)).toBe('learn_managers_only');
  expect((await denials()).filter((row) => row.includes('learn_managers_only'))).toHaveLength(3);
  expect(await app.store.learnings.all()).toEqual([]);
});

it.each([
  ['learn approve', 'learn_which'],
  ['learn approve 1', 'list_not_seen'],
  ['learn aprove 1', 'learn_usage_near'],
  ['learn xyzzy', 'learn_usage'],
  ['learn list 3', 'learn_usage'],
  ['learn history 3', 'learn_usage'],
  ['learn approve 1 --limit 3', 'learn_usage'],
  ['learn --limit 0', 'bad_limit'],
  ['learn rollback', 'nothing_learnt'],
])('%s is refused: %s', async (line, expected) => {
  const { code } = await openDesk();
  expect(await code(HUA, line)).toBe(expected);
});

it('numbers that are none, or that nobody saw, change nothing', async () => {
  const { code, list, learn, app } = await openAnswered();
  await list();
  expect(await code(HUA, 'learn approve one')).toBe('no_number');
  expect(await code(HUA, 'learn approve 1 3')).toBe('number_not_shown');
  expect(await code(HUA, 'learn approve 0')).toBe('number_not_shown');
  expect(await app.store.learnings.all()).toEqual([]);
  await learn('approve 1,2');
  expect(await code(HUA, 'learn rollback x')).toBe('rollback_usage');
  expect(await code(HUA, 'learn rollback 7')).toBe('nothing_after_version');
  expect(await code(HUA, 'learn rollback 1')).toBe('nothing_after_version');
});

it('says in both languages what waits and what became of it', async () => {
  const { give } = await openAnswered();
  const shown = async (line: string, lang: 'zh' | 'en') => renderReply(await give(HUA, line, { lang }), aView(lang));
  expect(await shown('learn', 'zh')).toContain(`1  「${BUDGET}」  是 预算  (Li)`);
  expect(await shown('learn', 'en')).toContain(`2  “${PARTNER}”  is not: partnership  (Li)`);
  expect(await shown('learn approve 1', 'zh')).toMatch(/批准了 1 条，第 1 版。[\s\S]*learn rollback/);
  expect(await shown('learn drop 2', 'en')).toMatch(/1 left out; it is not listed any more/);
  expect(await shown('learn history', 'zh')).toMatch(/不学 1 条/);
  expect(await shown('learn rollback 0', 'en')).toMatch(/Took back version 1, 2: only the examples of the files are left/);
});
