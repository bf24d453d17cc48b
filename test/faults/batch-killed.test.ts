import { expect, test } from 'vitest';
import { START, says } from '../support/lines.ts';
import { answerOf, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const MANY = 2000;

/** Everybody who asked for a price, as the segment counts them that carry a tag. */
const count = async (home: string, query: string): Promise<number> => {
  const { answer } = await answerOf<{ count: number }>({ home, args: ['segment', query] });
  return answer.count;
};

test('a batch whose process is killed is carried to its end by the next, nobody twice, and is taken back as one', async () => {
  const home = temporaryHome();
  const people = [...Array(MANY).keys()].map((n) => says(`c${n}`, '多少钱', START + n));
  const input = people.map((line) => `${JSON.stringify(line)}\n`).join('');
  expect((await tagwise({ home, args: ['replay', '-'], input })).code).toBe(0);
  expect((await tagwise({ home, args: ['library', 'add', '唤醒名单', '--in', '销售动作', '--yes'] })).code).toBe(0);

  const batch = startTagwise({ home, args: ['tag', '@(询价)', '+唤醒名单', '--yes'] });
  await batch.wrote(({ stderr }) => /customers done/.test(stderr));
  batch.child.kill('SIGKILL');
  await batch.ended;
  const some = await count(home, '唤醒名单');
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(MANY);

  // Looking changes nothing; whoever changes anything carries it on first.
  expect(await count(home, '唤醒名单')).toBe(some);
  expect((await tagwise({ home, args: ['tag', 'c1', '+紧急'] })).code).toBe(0);
  expect(await count(home, '唤醒名单')).toBe(MANY);
  const { answer } = await answerOf<{ history: { action: string; batch?: { customers: number } }[] }>({
    ...{ home, args: ['why', 'c1', '唤醒名单'] },
  });
  expect(answer.history).toEqual([
    expect.objectContaining({ action: 'add', batch: expect.objectContaining({ customers: MANY }) }),
  ]);
  expect((await tagwise({ home, args: ['undo', 'c1'] })).code).toBe(0);
  const undone = await answerOf({ home, args: ['undo'] });
  expect(undone.answer).toMatchObject({ changed: MANY, refusedCount: 0 });
  expect(await count(home, '唤醒名单')).toBe(0);
});
