import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { SurroundingsError } from '../../src/errors.ts';
import { openHome } from '../../src/home/home.ts';
import { describeDatabase } from '../../src/store/describe-database.ts';
import { type OpenOptions, openDatabase } from '../../src/store/open-database.ts';
import { errors } from '../../src/text/errors.ts';
import { freshDatabase } from '../support/database.ts';
import { fakeMongod } from '../support/fake-program.ts';
import { temporaryHome } from '../support/temporary-home.ts';

function options(over: Partial<OpenOptions> = {}): OpenOptions {
  const home = over.home ?? openHome({ dir: temporaryHome() });
  const env = { TAGWISE_CACHE: join(home.dir, 'cache'), PATH: '' };
  return {
    home,
    env,
    verb: 'tags',
    mode: 'short',
    lang: 'en',
    mongodArgs: [],
    progress: () => {},
    fetchers: [],
    waitMs: 0,
    ...over,
  };
}

async function refusal(opening: Promise<unknown>): Promise<SurroundingsError> {
  const error = await opening.then(
    () => null,
    (it) => it,
  );
  expect(error).toBeInstanceOf(SurroundingsError);
  return error;
}

test('with no database to be had the answer names three remedies, and the home is free again', async () => {
  const told: string[] = [];
  const nowhere = (['official', 'wheel'] as const).map((source) => ({
    source,
    fetch: async ({ progress }: { progress: (percent: number | null) => void }) => {
      progress(null);
      progress(12);
      return null;
    },
  }));
  const it = options({ fetchers: nowhere, progress: (text) => told.push(text) });
  for (let turn = 0; turn < 2; turn++) {
    const error = await refusal(openDatabase(it));
    expect(error).toMatchObject({ code: 'no_database', exit: 3 });
    for (const lang of ['zh', 'en'] as const) {
      const hint = errors[error.code]?.hint?.[lang](error.params) ?? '';
      for (const remedy of ['MONGODB_URI', 'TAGWISE_MONGOD', join(it.home.dir, 'cache')]) expect(hint).toContain(remedy);
    }
  }
  expect(told).toHaveLength(8);
  expect(told.join()).toContain('12%');
});

test('the database of MONGODB_URI is used, many verbs at a time', async () => {
  const { uri, name } = freshDatabase();
  const it = options({ env: { MONGODB_URI: uri } });
  const both = await Promise.all([openDatabase(it), openDatabase(it)]);
  expect(both).toMatchObject(Array(2).fill({ uri, name, embedded: false, owner: false }));
  for (const database of both) await database.close();
  expect(readdirSync(it.home.dir)).toEqual(['home.json']);
});

test('an address without a database means the one named tagwise', async () => {
  const address = new URL(inject('mongoUri'));
  address.pathname = '/';
  const database = await openDatabase(options({ env: { MONGODB_URI: address.href } }));
  expect(database.name).toBe('tagwise');
});

test('start and replay exclude each other on one home with MONGODB_URI too, and verbs without it join', async () => {
  const { uri } = freshDatabase();
  const home = openHome({ dir: temporaryHome() });
  const env = { MONGODB_URI: uri };
  const start = await openDatabase(options({ home, env, mode: 'long', verb: 'start' }));
  expect(await refusal(openDatabase(options({ home, env, mode: 'replay' })))).toMatchObject({
    code: 'replay_beside',
    params: { verb: 'start' },
  });
  expect(await refusal(openDatabase(options({ home, env, mode: 'long' })))).toMatchObject({ code: 'home_running' });
  expect(await openDatabase(options({ home }))).toMatchObject({ uri, owner: false });
  expect(await describeDatabase({ home, env: {} })).toMatchObject({ source: 'running', verb: 'start' });
  await start.close();
  await start.close();
  const replay = await openDatabase(options({ home, env, mode: 'replay' }));
  expect(await refusal(openDatabase(options({ home, env, mode: 'replay' })))).toMatchObject({ code: 'replay_beside' });
  await replay.close();
});

test('an address that does not answer is an error, never a silent fall-back, and its password stays unsaid', async () => {
  const dir = temporaryHome();
  const path = fakeMongod(join(dir, 'mongod'), '7.0.0');
  const env = { MONGODB_URI: 'mongodb://mei:secret@127.0.0.1:1/db', TAGWISE_MONGOD: path };
  const it = options({ env, mode: 'replay', answerMs: 300 });
  for (let turn = 0; turn < 2; turn++) {
    const error = await refusal(openDatabase(it));
    expect(error).toMatchObject({ code: 'database_unreachable', exit: 3, params: { host: '127.0.0.1:1' } });
    expect(JSON.stringify(error.params)).not.toContain('secret');
  }
});

test('an address that cannot be read is said to be so', async () => {
  const error = await refusal(openDatabase(options({ env: { MONGODB_URI: 'http://mei:secret@host' } })));
  expect(error).toMatchObject({ code: 'database_address', exit: 3, params: {} });
});

test('a wrong user is told apart from a server that is away', async () => {
  const address = new URL(inject('mongoUri'));
  address.username = 'nobody';
  address.password = 'wrong';
  expect(await refusal(openDatabase(options({ env: { MONGODB_URI: address.href } })))).toMatchObject({
    code: 'database_refused',
  });
});

test.each([
  ['62', 'database_version', { version: '6.0.5', wrote: '8.0.4' }],
  ['100', 'database_in_use', {}],
  ['14', 'database_start', { exit: 14, reason: 'no room: disk full' }],
])('a mongod that ends with %s: %s, and the data stay as they are', async (exit, code, params) => {
  const home = openHome({ dir: temporaryHome() });
  const line = '{"s":"E","msg":"no room","attr":{"error":"disk full"}}';
  const path = fakeMongod(join(home.dir, 'mongod'), '6.0.5', `echo 'Waiting'; echo '${line}'; exit ${exit}`);
  mkdirSync(join(home.dir, 'db'));
  writeFileSync(join(home.dir, 'db', 'data'), 'precious');
  writeFileSync(join(home.dir, 'db.json'), '{"port":27999,"version":"8.0.4"}');
  const error = await refusal(openDatabase(options({ home, env: { PATH: process.env['PATH'], TAGWISE_MONGOD: path } })));
  expect(error).toMatchObject({ code, exit: 3, params });
  expect(readdirSync(join(home.dir, 'db'))).toEqual(['data']);
});

test('who asks where a database would come from is told, and nothing is started', async () => {
  const home = openHome({ dir: temporaryHome() });
  const path = fakeMongod(join(home.dir, 'mongod'), '6.0.5');
  expect(await describeDatabase({ home, env: { MONGODB_URI: 'mongodb://there' } })).toEqual({ source: 'uri' });
  expect(await describeDatabase({ home, env: { TAGWISE_MONGOD: path } })).toEqual({ source: 'mongod', path, version: '6.0.5' });
  const nowhere = { PATH: '', TAGWISE_CACHE: join(home.dir, 'cache') };
  expect(await describeDatabase({ home, env: nowhere })).toMatchObject({
    source: 'fetch',
    from: expect.arrayContaining(['official']),
  });
  expect(readdirSync(home.dir).sort()).toEqual(['home.json', 'mongod']);
});

test('a start that is broken off leaves the home free', async () => {
  const home = openHome({ dir: temporaryHome() });
  const path = fakeMongod(join(home.dir, 'mongod'), '6.0.5', 'exec sleep 60');
  const env = { PATH: process.env['PATH'], TAGWISE_MONGOD: path };
  const began = performance.now();
  await expect(openDatabase(options({ home, env, signal: AbortSignal.timeout(300) }))).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await refusal(openDatabase(options({ home })))).toMatchObject({ code: 'no_database' });
});
