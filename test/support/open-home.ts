// A process that opens the database of a home, keeps one document in it, holds it until its input closes, and ends properly.
import mongoose from 'mongoose';
import { SurroundingsError } from '../../src/errors.ts';
import { openHome } from '../../src/home/home.ts';
import type { LockMode } from '../../src/home/lock-dir.ts';
import { openDatabase } from '../../src/store/open-database.ts';

const [dir = '', mode = 'short', verb = 'test'] = process.argv.slice(2);
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);

try {
  const home = openHome({ dir });
  const options = {
    home,
    env: process.env,
    verb,
    mode: mode as LockMode,
    lang: 'en' as const,
    mongodArgs: [],
    progress: () => {},
  };
  const database = await openDatabase(options);
  const client = new mongoose.mongo.MongoClient(database.uri);
  const documents = client.db(database.name).collection('documents');
  await documents.insertOne({ pid: process.pid }, { writeConcern: { w: 'majority', j: true } });
  say({ uri: database.uri, owner: database.owner, documents: await documents.countDocuments() });
  await new Promise((done) => process.stdin.once('close', done).resume());
  await client.close();
  await database.close();
  say({ closed: true });
} catch (error) {
  if (!(error instanceof SurroundingsError)) throw error;
  say({ error: error.code, exit: error.exit, params: error.params });
  process.exitCode = error.exit;
}
