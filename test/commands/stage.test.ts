// Stages by hand: forward at once, back only when an agent says twice that they mean it (semantics 9).
import { expect, test } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
import type { Role } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { feed, happens } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const openDesk = async () => {
  const { app } = await openStreet();
  await feed(app, [happens('mei', 'quote', { quote: 'Q1', amount: 10, currency: 'CNY' })]);
  return async (role: Role, words: string): Promise<string | null> => {
    const [name = '', ...args] = words.split(' ');
    const reply = (await commandNamed(name)?.run(
      { app, actor: { id: role, name: role, role }, lang: 'zh', atHand: null },
      args,
    )) as Reply;
    return reply.kind === 'changed' ? (reply.doc.stage?.name ?? null) : null;
  };
};

test.each(['stage mei 已沟通', 'tag mei 阶段:已沟通', 'tag mei +已沟通'])(
  'an agent who types "%s" is asked first; with --yes it is done',
  async (words) => {
    const give = await openDesk();
    await expect(give('agent', words)).rejects.toMatchObject({
      code: 'stage_backward',
      params: { from: '报价中', to: '已沟通' },
    });
    expect(await give('agent', `${words} --yes`)).toBe('已沟通');
    expect(await give('agent', words.replace('已沟通', '已成交'))).toBe('已成交');
  },
);

test('a manager is not asked', async () => {
  const give = await openDesk();
  expect(await give('manager', 'tag mei 阶段:新线索')).toBe('新线索');
});

test('who mistypes the stage is told of the stage, not of the customer', async () => {
  const give = await openDesk();
  await expect(give('agent', 'stage mei 报价种')).rejects.toMatchObject({ code: 'unknown_tag_near' });
  await expect(give('agent', 'stage nobody 报价种')).rejects.toMatchObject({ code: 'unknown_customer' });
});
