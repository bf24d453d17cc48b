import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { openHome } from '../../src/home/home.ts';
import { findMongod } from '../../src/store/embedded/find-mongod.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { type OpenOptions, openDatabase } from '../../src/store/open-database.ts';
import { letGo, type Opened, processesNaming, startHolder, until } from '../support/home-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const { MONGODB_URI: _, ...env } = process.env;

/** A PATH with a shell and nothing else. */
function withoutSetpriv(dir: string): NodeJS.ProcessEnv {
  const bin = join(dirname(dir), 'bin');
  mkdirSync(bin);
  const found = (env['PATH'] ?? '')
    .split(delimiter)
    .map((it) => join(it, 'sh'))
    .find(existsSync);
  symlinkSync(found ?? '/bin/sh', join(bin, 'sh'));
  return { ...env, PATH: bin };
}

function open(home: string, over: Partial<OpenOptions> = {}) {
  return openDatabase({
    home: openHome({ dir: home }),
    env,
    verb: 'v',
    mode: 'short',
    lang: 'en',
    mongodArgs: [],
    progress: () => {},
    ...over,
  });
}

async function documentsIn(database: { uri: string; name: string }): Promise<number> {
  const client = new mongoose.mongo.MongoClient(database.uri);
  const count = await client.db(database.name).collection('documents').countDocuments();
  await client.close();
  return count;
}

test.runIf(process.platform === 'linux').each([
  ['setpriv', () => env],
  ['a shell', withoutSetpriv],
])(
  'with %s: when the owner is killed by -9 its database ends within 5 s, the next verb works within 10 s and has the data',
  async (_with, environment) => {
    const home = temporaryHome();
    const settings = environment(home);
    const owner = startHolder({ home, mode: 'long', env: settings });
    expect(await owner.answer<Opened>()).toMatchObject({ owner: true, documents: 1 });
    owner.child.kill('SIGKILL');
    expect(await until(() => processesNaming(home).length === 0, 5_000)).toBeLessThan(5_000);

    const began = performance.now();
    const next = startHolder({ home, mode: 'short', env: settings });
    expect(await next.answer<Opened>()).toMatchObject({ owner: true, documents: 2 });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await letGo(next)).toBe(0);
    expect(processesNaming(home)).toEqual([]);
  },
);

test('a verb that comes in the very moment of the kill works too', async () => {
  const home = temporaryHome();
  const owner = startHolder({ home, mode: 'long', env });
  await owner.answer<Opened>();
  owner.child.kill('SIGKILL');
  await owner.ended;
  const began = performance.now();
  const database = await open(home);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await documentsIn(database)).toBe(1);
  await database.close();
});

test('four verbs at once all answer', async () => {
  const home = temporaryHome();
  const verbs = ['a', 'b', 'c', 'd'].map((verb) => startHolder({ home, mode: 'short', verb, env }));
  const answers = await Promise.all(
    verbs.map(async (it) => {
      const answer = await it.answer<Opened>();
      expect(await letGo(it)).toBe(0);
      return answer;
    }),
  );
  expect(answers.map(({ documents }) => documents).sort()).toEqual([1, 2, 3, 4]);
  expect(processesNaming(home)).toEqual([]);
});

test('verbs join a running start; a second start and a replay are refused; when it has ended the next verb owns the home', async () => {
  const home = temporaryHome();
  const start = startHolder({ home, mode: 'long', verb: 'start', env });
  const { uri } = await start.answer<Opened>();
  const guest = startHolder({ home, mode: 'short', env });
  expect(await guest.answer<Opened>()).toEqual({ uri, owner: false, documents: 2 });
  expect(await letGo(guest)).toBe(0);
  for (const [mode, error] of [
    ['replay', 'replay_beside'],
    ['long', 'home_running'],
  ] as const) {
    const refused = startHolder({ home, mode, env });
    expect(await refused.answer()).toEqual({ error, exit: 3, params: { verb: 'start', pid: start.child.pid } });
    expect(await refused.ended).toBe(3);
  }
  expect(await letGo(start)).toBe(0);
  const next = await open(home);
  expect(next.owner).toBe(true);
  expect(await documentsIn(next)).toBe(2);
  await next.close();
});

test('a mongod that a dead owner left behind is ended and its data are taken over', async () => {
  const home = temporaryHome();
  await (await open(home)).close();
  const mongod = await findMongod(env);
  const orphan = spawn(
    mongod?.path ?? '',
    ['--dbpath', join(home, 'db'), '--port', String(await freePort(null)), '--nounixsocket', '--replSet', 'rs0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void orphan.kill('SIGKILL'));
  const left = new Promise((done) => orphan.once('exit', done));
  let log = '';
  orphan.stdout.on('data', (chunk) => {
    log += chunk;
  });
  await until(() => log.includes('Waiting for connections'), 20_000);
  const database = await open(home);
  await left;
  await database.close();
});

test('a database whose mongod is killed comes back on its address', async () => {
  const home = temporaryHome();
  const owner = startHolder({ home, mode: 'long', env });
  const { uri } = await owner.answer<Opened>();
  const pid = Number(readFileSync(join(home, 'db', 'mongod.lock'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  onTestFinished(() => client.close());
  const count = () => client.db('tagwise').collection('documents').countDocuments();
  await expect.poll(count, { timeout: 10_000, interval: 200 }).toBe(1);
  expect(Number(readFileSync(join(home, 'db', 'mongod.lock'), 'utf8'))).not.toBe(pid);
  expect(await letGo(owner)).toBe(0);
  expect(processesNaming(home)).toEqual([]);
});

test('when its port is taken meanwhile the database moves to another and has its data', async () => {
  const home = temporaryHome();
  const first = startHolder({ home, mode: 'short', env });
  const { uri } = await first.answer<Opened>();
  await letGo(first);
  const thief = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => thief.listen(Number(new URL(uri).port), '127.0.0.1', done));
  onTestFinished(() => void thief.close());
  const database = await open(home);
  expect(database.uri).not.toBe(uri);
  expect(await documentsIn(database)).toBe(1);
  await database.close();
});

test('more arguments reach mongod, and ours give way to them', async () => {
  const none = [
    '--wiredTigerCollectionBlockCompressor',
    'none',
    '--wiredTigerJournalCompressor',
    'none',
    '--wiredTigerCacheSizeGB=0.3',
  ];
  const database = await open(temporaryHome(), { mongodArgs: none });
  const client = new mongoose.mongo.MongoClient(database.uri);
  const { parsed } = await client.db('admin').command({ getCmdLineOpts: 1 });
  await client.close();
  await database.close();
  expect(parsed.storage.wiredTiger).toEqual({
    collectionConfig: { blockCompressor: 'none' },
    engineConfig: { cacheSizeGB: 0.3, journalCompressor: 'none' },
  });
  expect(parsed.net).toMatchObject({ bindIp: '127.0.0.1' });
});

test('a lone server is refused: it has no transactions', async () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'alone'), { recursive: true });
  const port = await freePort(null);
  const mongod = await findMongod(env);
  const alone = spawn(mongod?.path ?? '', ['--dbpath', join(home, 'alone'), '--port', String(port), '--nounixsocket'], {
    stdio: 'ignore',
  });
  onTestFinished(() => void alone.kill('SIGKILL'));
  const opening = open(home, { env: { ...env, MONGODB_URI: `mongodb://127.0.0.1:${port}/x` }, answerMs: 20_000 });
  await expect(opening).rejects.toMatchObject({ code: 'database_standalone', exit: 3, params: { host: `127.0.0.1:${port}` } });
});
