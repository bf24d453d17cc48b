import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { linesText, shopLines } from '../support/shop-lines.ts';
import { answerOf, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

interface Refused {
  error: { code: string; message: string; hint: string };
}

test('what a manager marked as VIP, an agent cannot take, give, replace, undo or rename: each try is refused, with a reason, and audited', async () => {
  const home = temporaryHome();
  mkdirSync(dirname(home), { recursive: true });
  const config = join(dirname(home), 'shop.yaml');
  const people = ['manager Hua', 'agent Li', 'viewer Kan'].map((one) => one.split(' '));
  writeFileSync(config, `people:\n${people.map(([role, id]) => `  - {id: ${id}, name: ${id}, role: ${role}}\n`).join('')}`);
  const call = { home, config, env: { MONGODB_URI: freshDatabase().uri } };
  const as = <T = Refused>(name: string, ...words: string[]) => answerOf<T>({ ...call, args: [...words, '--as', name] });
  const vips = async () =>
    (await as<{ customers: { id: string }[] }>('Hua', 'segment', 'VIP')).answer.customers.map(({ id }) => id);

  await tagwise({ ...call, args: ['replay', '-'], input: linesText(shopLines({ seed: 3, lines: 30, customers: 3 })) });
  expect((await as('Li', 'tag', 'u1', '+高潜力客户')).code).toBe(0);
  expect((await as('Hua', 'tag', 'u1', '+VIP')).code).toBe(0);
  expect(await vips()).toEqual(['u1']);

  const library = join(dirname(home), 'library.yaml');
  await as('Hua', 'library', 'export', library);
  const text = readFileSync(library, 'utf8');
  expect(text.split('name: VIP客户').length).toBe(2);
  writeFileSync(library, text.replace('name: VIP客户', 'name: 贵宾'));

  const tries: [string[], string][] = [
    [['tag', 'u1', '-VIP'], 'tag_restricted'],
    [['tag', 'u1', '+普通客户'], 'replaces_restricted'],
    [['undo', 'u1'], 'undo_overtaken'],
    [['tag', 'u2', '+ＶＩＰ'], 'tag_restricted'],
    [['tag', 'u2', '+官网', '+vip客户'], 'tag_restricted'],
    [['library', 'import', library], 'library_managers_only'],
  ];
  const refused = await Promise.all(tries.map(([words]) => as('Li', ...words)));
  for (const [n, { code: exit, answer }] of refused.entries()) {
    const [words, code] = tries[n] ?? [];
    expect({ words, exit, code: answer.error.code }).toEqual({ words, exit: 1, code });
    expect(answer.error.message.length).toBeGreaterThan(10);
    expect(answer.error.hint.length).toBeGreaterThan(5);
  }
  // Nor can anybody make a role for themselves where accounts are configured, or act as somebody unknown.
  expect((await answerOf<Refused>({ ...call, args: ['tag', 'u2', '+VIP', '--role', 'manager'] })).answer.error.code).toBe(
    'role_refused',
  );
  expect((await as('nobody', 'tag', 'u2', '+VIP')).answer.error.code).toBe('unknown_person');
  expect((await as('Kan', 'tag', 'u2', '+官网')).answer.error.code).toBe('viewer_changes_nothing');

  expect(await vips()).toEqual(['u1']);
  const audit = await as<{ entries: { actor: string; action: string; reason: string }[] }>('Hua', 'audit');
  const denied = audit.answer.entries
    .filter(({ action }) => action === 'denied')
    .map(({ actor, reason }) => `${actor} ${reason}`);
  expect(denied.sort()).toEqual(
    [
      'Kan viewer_changes_nothing',
      'Li library_managers_only',
      'Li replaces_restricted',
      'Li tag_restricted',
      'Li tag_restricted',
      'Li tag_restricted',
      'Li undo_overtaken',
    ].sort(),
  );
  // The whole of a refused line stays undone.
  const { answer } = await as<{ tags: { name: string }[] }>('Hua', 'tags', 'u2');
  expect(answer.tags.map(({ name }) => name)).not.toContain('官网');
});
