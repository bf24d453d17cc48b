import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import type { Actor } from '../../src/domain/person.ts';
import { TagwiseError } from '../../src/errors.ts';
import { formatLibrary } from '../../src/tagging/library-file.ts';
import { DAY, feed, happens, START, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const MANAGER: Actor = { id: 'Hua', name: 'Hua', role: 'manager' };
const OTHERS: Actor[] = [
  { id: 'Li', name: 'Li', role: 'agent' },
  { id: 'Bo', name: 'Bo', role: 'agent' },
  { id: 'Kan', name: 'Kan', role: 'viewer' },
];

const anyWord = fc.constantFrom(
  ...['+VIP', '-VIP', '+ＶＩＰ客户', '－vip', '客户等级:VIP', '+普通客户', '-普通客户', '+高潜力客户', '-高潜力客户'],
  ...['+官网', '-官网', '+转介绍', '+询价', '-询价', '+线下活动', '+搜索引擎'],
);
const anyWhom = fc.constantFrom('a', 'b');
const anyAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('tag' as const),
      whom: anyWhom,
      words: fc.array(anyWord, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('undo' as const), whom: anyWhom }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('field' as const), whom: anyWhom, value: fc.constantFrom('杭州', '') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('library' as const), name: fc.constantFrom('贵宾', 'VIP') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('edit' as const),
      words: fc.constantFrom(
        'merge VIP 普通客户',
        'merge 普通客户 VIP',
        'archive VIP',
        'alias 普通客户 VIP',
        'undo',
        'move VIP 来源',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('join' as const), whom: anyWhom }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('split' as const), whom: anyWhom }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('says' as const),
      whom: anyWhom,
      day: fc.integer({ min: -3, max: 3 }),
      text: fc.constantFrom('多少钱', '开发票', '我是VIP', '你好'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('profile' as const), whom: anyWhom, value: fc.constantFrom('VIP', '杭州') }),
  },
);
const anyDay = fc.array(fc.tuple(fc.constantFrom(...OTHERS), anyAct), { minLength: 1, maxLength: 6 });

/** As the bot would be used: the tests run one after another on one database, each day with two customers of its own. */
it('whatever agents, viewers and customers do, a VIP stays one and nobody becomes one', { timeout: 120_000 }, async () => {
  const street = await openStreet();
  const { app } = street;
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-library-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const give = (actor: Actor, name: string, ...args: string[]) => {
    const context: Context = { app, actor, lang: 'en', atHand: null };
    return commandNamed(name)?.run(context, args);
  };
  const shipped = formatLibrary(app.inForce.library());
  let refusals = 0;
  let done = 0;
  /** A refusal is an answer; anything else that is thrown fails the test. */
  const attempt = async (work: Promise<unknown> | undefined) => {
    try {
      await work;
      done += 1;
    } catch (error) {
      if (!(error instanceof TagwiseError)) throw error;
      refusals += 1;
    }
  };
  let run = 0;
  const doOne = async (actor: Actor, one: typeof anyAct extends fc.Arbitrary<infer T> ? T : never) => {
    const whom = 'whom' in one ? `${one.whom}${run}` : '';
    if (one.act === 'tag') await attempt(give(actor, 'tag', whom, ...one.words));
    else if (one.act === 'undo') await attempt(give(actor, 'undo', whom));
    else if (one.act === 'edit') await attempt(give(actor, 'library', ...one.words.split(' '), '--yes'));
    else if (one.act === 'join' || one.act === 'split') {
      const other = one.whom === 'a' ? `b${run}` : `a${run}`;
      await attempt(give(actor, 'customer', one.act, whom, ...(one.act === 'join' ? [other] : [])));
    } else if (one.act === 'field') await attempt(give(actor, 'customer', whom, `city:${one.value}`));
    else if (one.act === 'says') await feed(app, [says(whom, one.text, START + one.day * DAY)]);
    else if (one.act === 'profile') await feed(app, [happens(whom, 'profile', { 客户等级: one.value, tags: [one.value] })]);
    else {
      const file = join(dir, 'library.yaml');
      writeFileSync(file, shipped.replace('name: VIP客户', `name: ${one.name}`));
      await attempt(give(actor, 'library', 'import', file));
    }
  };
  const vips = async () => (await app.store.customers.page({ tagIds: 'vip' }, null, 1000)).map(({ _id }) => _id).sort();
  const expected: string[] = [];
  await fc.assert(
    fc.asyncProperty(anyDay, async (acts) => {
      run += 1;
      await feed(app, [says(`a${run}`, '你好'), says(`b${run}`, '你好')]);
      await give(MANAGER, 'tag', `a${run}`, '+VIP');
      expected.push(`a${run}`);
      for (const [actor, one] of acts) await doOne(actor, one);
      expect(await vips()).toEqual([...expected].sort());
    }),
    { numRuns: 220, endOnFailure: true },
  );
  expect(app.inForce.tree().node('vip')?.name).toBe('VIP客户');
  // Neither is every try refused nor none.
  expect({ refusals: refusals > 20, done: done > 20 }).toEqual({ refusals: true, done: true });
  expect(street.troubles.filter(({ what }) => what !== 'conflict')).toEqual([]);
});
