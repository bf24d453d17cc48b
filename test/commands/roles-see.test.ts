// What each role sees of the lists and of the audit, and that whoever sees less is told so.
import { expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Lang } from '../../src/text/lang.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { feed, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const PEOPLE = `
people:
  - { id: li, name: 李娜, role: agent, manager: wang }
  - { id: zhao, name: 赵敏, role: agent, manager: sun }
  - { id: wang, name: 王经理, role: manager }
  - { id: sun, name: 孙经理, role: manager }
  - { id: gu, name: 顾, role: viewer }
  - { id: root, name: 老板, role: admin }
`;

/** Li looks after Mei, Zhao after Ann, nobody after Bo; each has something to do. */
const openHouse = async () => {
  const { app } = await openStreet({ config: PEOPLE });
  const give = (who: string, name: string, ...args: string[]): Promise<Reply> => {
    const person = app.inForce.people().byId(who);
    const command = commandNamed(name);
    if (!command || !person) throw new Error(name);
    const context: Context = { app, actor: { id: person.id, name: person.name, role: person.role }, lang: 'zh', atHand: null };
    return command.run(context, args);
  };
  await feed(app, [says('mei', '你好'), says('ann', '你好'), says('bo', '你好')]);
  await give('root', 'customer', 'mei', 'owner', 'li');
  await give('root', 'customer', 'ann', 'owner', 'zhao');
  await give('li', 'task', 'mei', '给小梅回电话');
  await give('zhao', 'task', 'ann', '安的合同');
  await give('li', 'task', 'ann', '问赵敏要样品');
  const said = async (who: string, lang: Lang, name: string, ...args: string[]) =>
    renderReply(await give(who, name, ...args), aView(lang));
  const audit = async (who: string, ...args: string[]) => {
    const reply = await give(who, 'audit', ...args);
    if (reply.kind !== 'audit') throw new Error(reply.kind);
    return reply.doc.entries;
  };
  return { app, give, said, audit };
};

const tasksIn = (entries: { action: string; reason: string | null }[]) =>
  entries.flatMap(({ action, reason }) => (action === 'task' ? [reason] : [])).sort();

test('a viewer is told with every list that their role sees only its own', async () => {
  const { said, give } = await openHouse();
  for (const name of ['tasks', 'quotes', 'leads', 'digest']) {
    expect(await said('gu', 'zh', name)).toContain('你的角色（viewer）只看得到自己名下的');
    expect(await said('gu', 'en', name)).toContain('Your role (viewer) sees only what is its own');
  }
  expect(await give('gu', 'tasks')).toMatchObject({ doc: { tasks: [], seen: { role: 'viewer', whose: 'own' } } });
});

test('an agent is told so where a list is empty, a manager of --all, and nobody else is told anything', async () => {
  const { said, give } = await openHouse();
  expect(await said('li', 'zh', 'quotes')).toContain('这里只有你自己的；团队的请主管看。');
  expect(await said('li', 'zh', 'tasks')).not.toContain('这里只有');
  expect(await said('wang', 'en', 'leads')).toContain('leads --all has the team’s');
  expect(await said('wang', 'en', 'leads', '--all')).not.toContain('is shown here');
  expect(await said('root', 'zh', 'quotes')).not.toContain('这里只有');
  expect(await give('wang', 'quotes')).toMatchObject({ doc: { seen: { role: 'manager', whose: 'team' } } });
  expect(await give('root', 'quotes')).toMatchObject({ doc: { seen: { role: 'admin', whose: 'all' } } });
});

test('the audit shows an agent their own customers and their own acts, and says that this is so', async () => {
  const { said, audit } = await openHouse();
  expect(tasksIn(await audit('li'))).toEqual(['给小梅回电话', '问赵敏要样品']);
  expect(tasksIn(await audit('li', 'ann'))).toEqual(['问赵敏要样品']);
  expect(tasksIn(await audit('zhao'))).toEqual(['安的合同', '问赵敏要样品']);
  expect((await audit('li')).every(({ actor, customer }) => actor === 'li' || customer === 'mei')).toBe(true);
  expect(await said('zhao', 'zh', 'audit', 'bo')).toContain('这里只有你自己的客户和你自己的改动');
});

test('a manager sees their team’s, nobody’s customers and what was set up; an admin everything', async () => {
  const { give, audit } = await openHouse();
  expect(tasksIn(await audit('wang'))).toEqual(['给小梅回电话', '问赵敏要样品']);
  expect(tasksIn(await audit('sun'))).toEqual(['安的合同', '问赵敏要样品']);
  await give('root', 'tag', 'bo', '+VIP');
  await give('sun', 'rules', 'off', 'silence');
  for (const who of ['wang', 'root'])
    expect((await audit(who)).map(({ action, customer }) => [action, customer])).toEqual(
      expect.arrayContaining([
        ['add', 'bo'],
        ['rules', null],
      ]),
    );
  expect((await audit('li')).filter(({ action }) => action === 'rules')).toEqual([]);
  expect(tasksIn(await audit('root'))).toEqual(['安的合同', '给小梅回电话', '问赵敏要样品']);
});

test('a customer who is handed over takes their past along, also out of sight', async () => {
  const { give, audit } = await openHouse();
  await give('root', 'customer', 'mei', 'owner', 'zhao');
  expect(tasksIn(await audit('zhao', 'mei'))).toEqual(['给小梅回电话']);
  await give('root', 'tag', 'mei', '+VIP');
  expect((await audit('li', 'mei')).every(({ actor }) => actor === 'li')).toBe(true);
});

test('a viewer may not see the audit; that they asked is noted, and told to those who may see it', async () => {
  const { give, audit } = await openHouse();
  await expect(give('gu', 'audit')).rejects.toMatchObject({ code: 'audit_refused' });
  await expect(give('gu', 'audit', 'mei')).rejects.toMatchObject({ code: 'audit_refused' });
  const asked = (await audit('root')).filter(({ actor }) => actor === 'gu');
  expect(asked.map(({ action, reason }) => [action, reason])).toEqual([
    ['denied', 'audit_refused'],
    ['denied', 'audit_refused'],
  ]);
});
