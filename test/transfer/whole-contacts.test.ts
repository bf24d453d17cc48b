import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const MEI = '13812345678';
const BO = 'Bo.Wang+vip@example.com';
const LINE = '021-61234567';

const TABLE = [
  '姓名,手机,邮箱,标签',
  `梅,+86 ${MEI.slice(0, 3)} ${MEI.slice(3)},mei@example.com,VIP`,
  `波,${LINE},${BO},VIP`,
  '',
].join('\n');

/** A desk whose customers came in a table; `rows` is what an export says of them, `id` and columns, sorted. */
const createDesk = async () => {
  const caller = createCaller();
  caller.write('people.csv', TABLE);
  const rows = async (options = '--whole-contacts', columns = 'name,phone,email', query = 'VIP'): Promise<string[]> => {
    const said = await caller.call([
      'export',
      'segment',
      query,
      '--columns',
      columns,
      '--json',
      ...options.split(' ').filter(Boolean),
    ]);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    return said.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => Object.values(JSON.parse(line) as Record<string, string>).join(' '))
      .sort();
  };
  /** Every byte of every collection, as text. */
  const stored = async (): Promise<Map<string, string>> => {
    const client = await mongoose.mongo.MongoClient.connect(String(caller.env['MONGODB_URI']));
    onTestFinished(() => client.close());
    const db = client.db();
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    return new Map(
      await Promise.all(
        names.map(async (name) => [name, JSON.stringify(await db.collection(name).find().toArray())] as [string, string]),
      ),
    );
  };
  await caller.type('import people.csv');
  return { ...caller, rows, stored };
};

const WHOLE = [`梅 ${MEI} mei@example.com`, '波 02161234567 bo.wang+vip@example.com'].sort();
const MASKED = ['梅 1381****678 m***@example.com', '波 0216****567 b***@example.com'].sort();

test('contacts go out masked, and whole for managers who ask for that; both stand in the audit, the whole ones as such', async () => {
  const { rows, type, dir } = await createDesk();
  expect(await rows('')).toEqual(MASKED);
  expect(await rows('--whole-contacts --as Hua --role manager')).toEqual(WHOLE);
  expect((await type('audit')).stdout).toMatch(/Hua +exported unmasked +VIP → 2/);
  const said = await type('export segment VIP --whole-contacts --to vip.csv --lang zh');
  expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('电话和邮箱是完整的，这次导出已记入 audit') });
  expect(readFileSync(join(dir, 'vip.csv'), 'utf8')).toContain(MEI);
  expect((await type('export segment VIP --columns name --whole-contacts --to names.csv')).stdout).toBe(
    '2 customers are in names.csv (VIP).\n',
  );
});

test.each(['viewer', 'agent'])('a %s is refused, nothing is written, and that stands in the audit', async (role) => {
  const { type, dir } = await createDesk();
  const said = await type(`export segment VIP --whole-contacts --to vip.csv --as Li --role ${role}`);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  if (role === 'agent') expect(said.stderr).toMatch(/exports phone numbers and addresses masked only[\s\S]*--whole-contacts/);
  expect(existsSync(join(dir, 'vip.csv'))).toBe(false);
  expect((await type('audit')).stdout).toMatch(/Li +refused/);
});

test('no number and no address stands anywhere in the database or in the state that can be read', async () => {
  const { stored, type, call, rows } = await createDesk();
  await call(['customer', '梅', '电话:139 8765 4321']);
  const profile = { id: 'p1', at: '2026-03-01T09:00:00+08:00', channel: 'wecom', event: 'profile' };
  await type(
    'replay -',
    JSON.stringify({
      ...profile,
      customer: { id: 'zhou', name: '周' },
      data: { phone: '15000001111', 邮箱: 'zhou@example.com' },
    }),
  );
  await call(['tag', 'zhou', '+VIP']);
  expect(await rows()).toEqual(
    ['梅 13987654321 mei@example.com', '波 02161234567 bo.wang+vip@example.com', '周 15000001111 zhou@example.com'].sort(),
  );
  const everything = [...(await stored()).values(), (await type('export state')).stdout].join('\n');
  for (const number of [MEI, '13987654321', '15000001111', '61234567', 'mei@', 'bo.wang', 'zhou@example'])
    expect(everything.toLowerCase()).not.toContain(number);
  expect((await stored()).get('contacts')).toMatch(/sealed/);
});

test('the contact follows its customer: a field set and undone, cleared, set in masked form', async () => {
  const { rows, call, type } = await createDesk();
  const phone = async () => (await rows('--whole-contacts', 'name,phone')).find((row) => row.startsWith('梅'));
  await call(['customer', '梅', '电话:+1 415 555 0100']);
  expect(await phone()).toBe('梅 +14155550100');
  expect(await type('undo')).toMatchObject({ code: 0 });
  expect(await phone()).toBe(`梅 ${MEI}`);
  await call(['customer', '梅', '电话:']);
  expect(await phone()).toBe('梅 ');
  await type('undo');
  await call(['customer', '梅', '电话:1391****000']);
  expect(await phone()).toBe('梅 1391****000');
});

test('an import that is taken back takes its contacts along, and brings them again when it comes again', async () => {
  const { rows, type } = await createDesk();
  expect(await type('undo')).toMatchObject({ code: 0 });
  expect((await rows('--whole-contacts', 'name,phone,email', '-VIP')).map((row) => row.trim()).sort()).toEqual(
    ['梅', '波'].sort(),
  );
  await type('import people.csv');
  expect(await rows()).toEqual(WHOLE);
});

test('joined customers have the contacts of both, and each its own again when they are split', async () => {
  const { rows, call } = await createDesk();
  await call(['customer', 'new', '小梅', '邮箱:private@example.com']);
  expect(await call(['customer', 'join', '小梅', '梅'])).toMatchObject({ code: 0 });
  const joined = (await rows('--whole-contacts', 'phone,email')).find((row) => row.includes(MEI));
  expect(joined).toMatch(/@example\.com$/);
  expect(await call(['customer', 'split', '小梅'])).toMatchObject({ code: 0 });
  expect(await rows()).toEqual(WHOLE);
  expect(await rows('--whole-contacts', 'phone,email', '-VIP')).toEqual([' private@example.com']);
});

test('a table that changes nothing brings the whole contacts of customers of before', async () => {
  const { rows, type, env } = await createDesk();
  const client = await mongoose.mongo.MongoClient.connect(String(env['MONGODB_URI']));
  onTestFinished(() => client.close());
  await client.db().collection('contacts').deleteMany({});
  expect(await rows()).toEqual(MASKED);
  expect((await type('import people.csv --json')).stdout).toContain('"unchanged":2');
  expect(await rows()).toEqual(WHOLE);
});

test('without its key nothing is read, and it says which key to bring; a key that is none is refused', async () => {
  const { type, env, dir, rows } = await createDesk();
  const file = join(dir, 'home', 'contacts.key');
  const key = readFileSync(file, 'utf8').trim();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(file);
  const refused = await type('export segment VIP --whole-contacts');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/another key[\s\S]*TAGWISE_CONTACTS_KEY/) });
  expect(refused.stdout).not.toContain(MEI);
  expect(await rows('')).toEqual(MASKED);
  env['TAGWISE_CONTACTS_KEY'] = key;
  expect(await rows()).toEqual(WHOLE);
  env['TAGWISE_CONTACTS_KEY'] = 'geheim';
  expect(await type('export segment VIP --whole-contacts')).toMatchObject({ stderr: expect.stringMatching(/no usable key/) });
  delete env['TAGWISE_CONTACTS_KEY'];
  expect(await type('import people.csv')).toMatchObject({ code: 0 });
  expect(await rows()).toEqual(WHOLE);
});

test('what the sample is given goes with it', async () => {
  const { type, call, stored } = await createDesk();
  await type('sample');
  const [first] = JSON.parse((await type('segment 询价 --limit 1 --json')).stdout).customers as { id: string }[];
  await call(['customer', first?.id ?? '', '电话:15912345678', '邮箱:mei@example.com']);
  const kept = async () => (JSON.parse((await stored()).get('contacts') ?? '[]') as unknown[]).length;
  expect(await kept()).toBe(5);
  await type('sample --clear');
  expect(await kept()).toBe(4);
});
