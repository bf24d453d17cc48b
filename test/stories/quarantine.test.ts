import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { DAY, START, says } from '../support/lines.ts';
import { tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

test('an event that cannot be folded is set aside, the others go on, and once it is mended it runs as a late one', async () => {
  const { uri, name } = freshDatabase();
  const call = { home: temporaryHome(), env: { MONGODB_URI: uri } };
  const run = (args: string[], lines: object[] = []) =>
    tagwise({ ...call, args, input: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
  const json = async (args: string[], lines?: object[]) => JSON.parse((await run([...args, '--json'], lines)).stdout);
  await run(['replay', '-'], [says('mei', '你好')]);

  // What a release with a mistake in it might have kept: words that were read into nonsense.
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    const events = client.db(name).collection('events');
    const [good] = await events.find({}).toArray();
    const at = START + DAY;
    const reading = { hits: null };
    await events.insertOne({ ...good, _id: 'wecom//c/bad', message: 'bad', at, state: 'pending', reading } as never);
    await run(['replay', '-'], [says('mei', '这个多少钱？', START + 2 * DAY), says('bo', '多少钱', START + 2 * DAY)]);
    expect(await json(['segment', '询价'])).toMatchObject({ count: 2 });

    const aside = { channel: 'wecom', message: 'bad', identity: 'wecom//mei', kind: 'message', reason: 'TypeError' };
    expect(await json(['quarantine'])).toMatchObject({ count: 1, retried: null, events: [aside] });
    expect(await run(['quarantine', '--retry', '--lang', 'en'])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Run again: 0 went through, 1 failed as before\./),
    });

    const mended = { hits: [], intents: [], stance: 'none', urgent: false, block: [], bare: null, offers: [] };
    await events.updateOne({ _id: 'wecom//c/bad' as never }, { $set: { reading: mended } });
    expect(await json(['quarantine', '--retry'])).toEqual({ count: 0, retried: 1, events: [] });
    expect((await run(['quarantine', '--lang', 'zh'])).stdout).toBe('没有被隔离的事件。\n');
  } finally {
    await client.close();
  }
  const [mei] = (await run(['export', 'state'])).stdout.split('\n').filter((line) => line.includes('"wecom//mei"'));
  expect(JSON.parse(mei ?? '')).toMatchObject({ messages: { customer: 3 } });
});
