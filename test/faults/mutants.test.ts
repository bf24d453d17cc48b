import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { readLine } from '../../src/domain/line.ts';
import { createOrdinals } from '../../src/inbox/ordinals.ts';
import { readWords } from '../../src/inbox/read-words.ts';
import { toEvent } from '../../src/inbox/to-event.ts';
import { buildMutant, type Patch } from '../support/build-mutant.ts';
import { until } from '../support/home-process.ts';
import { shippedInForce } from '../support/in-force.ts';
import { lossyLine } from '../support/lossy-line.ts';
import { ownServer } from '../support/own-server.ts';
import { marksIn, speedFor, withMarks } from '../support/replay-marks.ts';
import { linesText, type ShopLine, shopLines } from '../support/shop-lines.ts';
import { exportedState, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

/** Held by a process that died before it applied them; nobody will deliver these again. */
const LEFT = 40;
const lines = shopLines({ seed: 77, lines: 340, customers: 12, repeats: 0.15 });
const [left, stream] = [lines.slice(0, LEFT), lines.slice(LEFT)];

/** Comes when nothing waits, to a process that has only just begun, and so is kept and applied in one transaction. */
const alone: ShopLine = { ...(lines.at(-1) as ShopLine), id: 'alone', event: 'visit', data: { url: '/alone' } };

/** A platform that delivers a message again with other words has changed nothing: the first delivery counts. */
const garbled: ShopLine[] = stream
  .filter(({ id, from }) => id !== undefined && from === 'customer')
  .slice(0, 20)
  .map((line) => ({ ...line, text: '我要投诉' }));

// A transaction that a killed process leaves open blocks others until the server gives it up, a minute unless told otherwise.
const server = await ownServer(['--setParameter', 'transactionLifetimeLimitSeconds=2']);
let expected: string;

const connect = (uri: string) => {
  const client = new mongoose.mongo.MongoClient(uri);
  onTestFinished(() => client.close());
  return client;
};

type Client = ReturnType<typeof connect>;

const leavePending = async (client: Client, name: string) => {
  const matcher = (await shippedInForce()).matcher();
  const ordinal = createOrdinals();
  const rows = left.map((line) => {
    const read = readLine(JSON.stringify(line));
    if (read.kind !== 'event') throw new Error('only events are left behind');
    return readWords(toEvent(read.event, Date.now() - 60_000, ordinal), matcher);
  });
  const unlike = [...new Map(rows.map((row) => [row._id, row])).values()];
  await client
    .db(name)
    .collection('events')
    .insertMany(unlike as never[]);
};

/** In the bytes of a request: the id of a message that the killed run did not come to, first of all in its insert; and a commit. */
const LAST = `${stream.findLast(({ id }) => id !== undefined)?.id}\0`;
const COMMIT = 'commitTransaction\0';

/**
 * Rows left behind, a kill in mid-stream, an insert that a lost connection kept from the server, a commit whose answer is lost,
 * redeliveries, and a line that comes alone and is lost on its way at first: says what came out wrong, or nothing.
 */
const shortKillTest = async (program: string | undefined, name: string): Promise<string> => {
  const line = await lossyLine(Number(new URL(server.uri(name)).port));
  const call = { home: temporaryHome(), env: { MONGODB_URI: line.uri(name) }, ...(program ? { program } : {}) };
  const client = connect(server.uri(name));
  await leavePending(client, name);
  const waiting = () => client.db(name).collection('events').countDocuments({ state: 'pending' });

  const first = startTagwise({ ...call, args: ['replay', '-', '--speed', speedFor(stream, 1_500)], input: null });
  first.child.stdin?.write('mark\n');
  await first.wrote(({ stderr }) => marksIn(stderr) === 1);
  const pickedUp = await until(async () => (await waiting()) === 0, 3_000);
  first.child.stdin?.end(linesText(withMarks(stream).slice(1)));
  await first.wrote(({ stderr }) => marksIn(stderr) >= 10);
  first.child.kill('SIGKILL');
  if ((await first.ended).signal !== 'SIGKILL') return 'it ended before it could be killed';
  if (pickedUp === Number.POSITIVE_INFINITY) return 'rows left pending were not picked up at start';

  line.loseRequests(LAST, 1);
  // Once more than the driver asks again by itself.
  line.loseReplies(COMMIT, 2);
  // A tick is a barrier: what was delivered before is applied when the garbled redeliveries come.
  const tick = JSON.stringify({ tick: stream.at(-1)?.at });
  const input = linesText([...stream, tick, ...garbled]);
  const last = startTagwise({ ...call, args: ['replay', '-', '--json'], input });
  const late = setTimeout(() => last.child.kill('SIGKILL'), LONGEST_RUN);
  const { code, signal, stdout, stderr } = await last.ended;
  clearTimeout(late);
  // Rows that are written twice are told as conflicts, which are tried again for a long time.
  if (signal === 'SIGKILL') return NEVER_ENDS;
  if (code !== 0) return `the last run ended with ${code}: ${stderr}`;
  if (line.lost() !== 3) return `only ${line.lost()} of 3 were lost on the line`;
  const counts = JSON.parse(stdout) as Record<string, number>;
  if (Number(counts['messages']) + Number(counts['events']) + Number(counts['duplicates']) !== stream.length + garbled.length)
    return 'not every line was acknowledged';

  line.loseRequests('alone\0', 1);
  await tagwise({ ...call, args: ['replay', '-'], input: linesText([alone]) });
  if (line.lost() !== 4) return 'the line that came alone was not lost';
  return (await exportedState(call)) === expected ? '' : 'the state is another one';
};

/** Ten times what the last run takes. */
const LONGEST_RUN = 30_000;
const NEVER_ENDS = 'the last run does not end';

test('the short kill test passes on the program as it is', async () => {
  const call = { home: temporaryHome(), env: { MONGODB_URI: server.uri('whole') } };
  await tagwise({ ...call, args: ['replay', '-'], input: linesText([...lines, alone]) });
  expected = await exportedState(call);
  expect(await shortKillTest(undefined, 'as-it-is')).toBe('');
});

const mutants: [string, Patch[], string][] = [
  [
    'a done-mark that does not ask whether the row still waits',
    [
      {
        file: 'src/store/commit.ts',
        text: "_id: { $in: plan.done as never[] }, state: 'pending' }",
        by: '_id: { $in: plan.done as never[] } }',
      },
    ],
    'the state is another one',
  ],
  [
    'no dedupe key',
    [{ file: 'src/inbox/to-event.ts', text: 'message : messageKey(', by: 'message : crypto.randomUUID() + messageKey(' }],
    'the state is another one',
  ],
  [
    'a redelivery that overwrites the row',
    [
      {
        file: 'src/store/events.ts',
        text: 'await events.collection.insertMany(batch as never[], options);',
        by: `await events.collection.bulkWrite(batch.map((one) =>
          ({ replaceOne: { filter: { _id: one._id }, replacement: one, upsert: true } })) as never[], { ordered: false });`,
      },
    ],
    `the state is another one, or ${NEVER_ENDS}`,
  ],
  [
    'acknowledged before it is stored',
    [
      {
        file: 'src/inbox/keep.ts',
        text: 'queue.push({ event, done, failed });',
        by: "queue.push({ event, done, failed }); done('kept');",
      },
    ],
    'the state is another one',
  ],
  [
    'acknowledged before its transaction is through',
    [
      {
        file: 'src/inbox/straight-through.ts',
        text: 'await inTime(parts.keepAndApply(batch), withinMs);',
        by: 'parts.keepAndApply(batch).catch(() => undefined);',
      },
    ],
    'the state is another one, or the last run ended with 3: ',
  ],
  [
    'an insert without an answer taken for stored',
    [{ file: 'src/store/faults.ts', text: 'if (list.length === 0) return null;', by: '' }],
    'the state is another one',
  ],
  [
    'rows left pending not picked up at start',
    [{ file: 'src/inbox/replay.ts', text: 'await recover();\n  for await', by: 'for await' }],
    'rows left pending were not picked up at start',
  ],
];

/** Two of them; all with TAGWISE_ALL_MUTANTS=1. */
const tried = mutants.filter((_, place) => place % 4 === 0 || process.env['TAGWISE_ALL_MUTANTS'] === '1');

test.each(tried)('the short kill test catches: %s', async (_what, patches, caught) => {
  const program = await buildMutant(patches);
  const found = await shortKillTest(program, `mutant-${mutants.findIndex(([what]) => what === _what)}`);
  expect(caught.split(', or ')).toContain(found);
});
