// Tokens and sign-in addresses as an admin makes them on the command line.
import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const PEOPLE = 'people:\n  - { id: ada, name: Ada, role: admin }\n  - { id: li, name: Li, role: agent }\n';

test('a token is shown once, listed without its secret, and revoked', async () => {
  const { type } = createCaller();
  const made = await type('token new crm --scope read --scope write --days 30');
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^The token crm, good until .* now:\ntagwise_crm_[\w-]{43}\n$/),
  });
  const secret = made.stdout.trim().split('_')[2] ?? '';
  const listed = await type('token list');
  expect(listed.stdout).toMatch(/^crm {2}opens {2}read,write {2}until \d{4}-\d\d-\d\d {2}last used never {2}local\n$/);
  const { stdout } = await type('token list --json');
  expect(stdout).not.toContain(secret);
  expect(JSON.parse(stdout)).toMatchObject({ tokens: [{ name: 'crm', scopes: ['read', 'write'], state: 'open', usedAt: null }] });
  const again = await type('token new crm --scope events');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('token revoke crm') });
  expect(await type('token revoke crm --lang zh')).toMatchObject({ code: 0, stdout: '令牌 crm 已作废。\n' });
  expect(await type('token revoke crm')).toMatchObject({ code: 1, stderr: expect.stringContaining('No token "crm"') });
  const anew = await type('token new crm --scope events --json');
  expect(JSON.parse(anew.stdout)).toMatchObject({ name: 'crm', scopes: ['events'], by: 'local', state: 'open' });
});

test.each([
  ['token', 2],
  ['token lst', 2],
  ['token new', 2],
  ['token new crm', 2],
  ['token new crm --scope', 2],
  ['token new crm extra --scope read', 2],
  ['token list --days 3', 2],
  ['token new crm --scope reads', 1],
  ['token new crm --scope read,', 1],
  ['token new CRM --scope read', 1],
  ['token new -crm --scope read', 1],
  ['token new crm --scope read --days 0', 1],
  ['token new crm --scope read --days 366', 1],
  ['link li', 2],
  ['link', 1],
  ['link --as nobody', 1],
  ['link --as mei --role agent', 1],
])('%s ends with %i and says what to do', async (line, code) => {
  const said = await createCaller().type(line);
  expect(said.code).toBe(code);
  expect(said.stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2);
  expect(said.stdout).toBe('');
});

test('only admins make tokens', async () => {
  const { type, write } = createCaller();
  write('tagwise.yaml', PEOPLE);
  expect(await type('token new crm --scope read --as li')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Ask an admin'),
  });
  expect((await type('token new crm --scope read --as ada')).code).toBe(0);
});
