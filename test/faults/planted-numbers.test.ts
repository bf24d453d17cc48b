import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CARD_MASK, ID_MASK } from '../../src/inbox/find-numbers.ts';
import { createByteSearch } from '../support/byte-search.ts';
import { type PlantedNumber, plantedNumbers } from '../support/planted-numbers.ts';
import { linesText, type ShopLine } from '../support/shop-lines.ts';
import { startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

/** Nothing compressed, so that the raw bytes of the files say what is stored. */
const UNCOMPRESSED = '--wiredTigerCollectionBlockCompressor none --wiredTigerJournalCompressor none';
const MARKER = 'an-unmasked-marker-4711';
/** What stands in the place of the numbers. */
const MASKS = [ID_MASK, CARD_MASK];
const START = Date.parse('2026-03-01T09:00:00+08:00');

const numbers = plantedNumbers({ seed: 20_260_301, count: 1000 });
const [byLine, byVerb, byConsole] = [numbers.slice(0, 920), numbers.slice(920, 952), numbers.slice(952)];

type Fields = Partial<ShopLine>;
const fact = (event: string, data: object): Fields => ({ event, data });

/** Every place of a line that can hold a number. A bare one in data is likelier an order's, so there it stands in a sentence. */
const PLACES: readonly ((number: PlantedNumber) => Fields)[] = [
  ({ text }) => ({ text }),
  ({ text }) => ({ text: '这个多少钱', quote: text }),
  ({ text }) => ({ text, forwarded: true }),
  ({ text }) => ({ customer: { id: 'u1', name: text } }),
  ({ written }) => ({ customer: { id: written, name: 'Mei' } }),
  ({ written }) => ({ customer: { id: 'u2', key: written } }),
  ({ written }) => ({ id: written }),
  ({ written }) => ({ conversation: written }),
  ({ written }) => ({ account: written }),
  ({ written, text }) => ({ from: 'agent', agent: { id: written, name: text } }),
  ({ text }) => fact('profile', { note: `备注 ${text}`, job: `证件 ${text}` }),
  ({ text }) => fact('form', { answers: [{ 问: '号码', 答: `是 ${text}` }] }),
  ({ written }) => fact('order', { order: written, amount: 5, currency: 'CNY' }),
  ({ written }) => fact('recall', { message: written }),
  ({ written, text }) => fact('edit', { message: written, text }),
  ({ text }) => ({ remark: `备注 ${text}`, deep: { list: [`看 ${text}`] } }),
  ({ written }) => ({ [`号码 ${written} 是`]: true }),
  ({ text }) => fact('custom', { name: 'x', [`备注 ${text}`]: 1 }),
];

const lines = byLine.map((number, n): ShopLine => {
  const place = PLACES[n % PLACES.length];
  const plain = {
    id: `m${n}`,
    at: new Date(START + n * 60_000).toISOString(),
    channel: 'wecom',
    conversation: 'c',
    customer: { id: 'u1' },
  };
  const fields = place?.(number) ?? {};
  return { ...plain, ...(fields.event === undefined ? { from: 'customer', text: '你好' } : {}), ...fields };
});

const needles = [
  ...new Set(numbers.flatMap(({ plain, written, disguise }) => [plain, disguise === 'embedded' ? plain : written])),
];

/** The files of a home and what of `texts` they hold. */
const foundIn = (dir: string, texts: readonly string[]) => {
  const search = createByteSearch(texts);
  const found = new Map<string, string[]>();
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const path = join(dir, name);
    if (!statSync(path).isFile()) continue;
    const hits = search(readFileSync(path));
    if (hits.length > 0) found.set(name, hits);
  }
  return found;
};

const expectNoNumber = (home: string) => {
  const found = foundIn(home, [MARKER, ...MASKS, ...needles]);
  const files = [...found.keys()];
  // The search finds what is there, in the data as well as in the journal.
  expect(files.some((name) => name.includes('collection'))).toBe(true);
  expect(files.some((name) => name.includes('journal'))).toBe(true);
  expect(new Set([...found.values()].flat())).toEqual(new Set([MARKER, ...MASKS]));
};

test('none of 1 000 planted ID and card numbers is in a file of the home or in what is printed, wherever it was typed', async () => {
  const home = temporaryHome();
  const call = { home, env: { TAGWISE_MONGOD_ARGS: UNCOMPRESSED } };
  const printed: string[] = [];
  const marked = {
    id: 'marked',
    at: new Date(START).toISOString(),
    channel: 'wecom',
    customer: { id: 'u1' },
    from: 'customer',
    text: MARKER,
  };
  const replayed = await tagwise({ ...call, args: ['replay', '-', '--json'], input: linesText([marked, ...lines]) });
  expect(replayed.code).toBe(0);
  expect(JSON.parse(replayed.stdout)).toMatchObject({ lines: lines.length + 1, unreadable: 0, duplicates: 0 });
  printed.push(replayed.stdout, replayed.stderr);

  // The verbs join the database of the console, so that they need none of their own.
  const console = startTagwise({ ...call, args: ['console'], input: null });
  const type = (line: string) => void console.child.stdin?.write(`${line}\n`);
  type('/as Mei');
  for (const [n, { text, written }] of byConsole.entries()) {
    if (n % 6 === 0) type(`/as ${text}`);
    else if (n % 6 === 1) type(`/tag u1 +${written}`);
    else if (n % 6 === 2) type(`/find ${written}`);
    else if (n % 6 === 3) type(`/customer u1 备注:${text}`);
    else type(text);
  }
  type('/as Mei');
  type(`说完了 ${MARKER}`);
  type('/tags Mei');

  const chunk = (n: number) => byVerb.slice(n * 4, n * 4 + 4);
  const verbs: string[][] = [
    ['tag', 'u1', ...chunk(0).map(({ written }) => `+${written}`)],
    [
      'tag',
      chunk(1)
        .map(({ text }) => text)
        .join(' '),
      '+官网',
    ],
    ['customer', 'u1', ...chunk(2).map(({ text }) => `备注:${text}`)],
    ['customer', 'u1', ...chunk(3).map(({ written }) => `${written}:值`)],
    ['customer', 'new', ...chunk(4).map(({ written }) => written)],
    ['customer', 'new', '新客户', ...chunk(5).map(({ written }) => `公司:${written}`)],
    [
      'find',
      chunk(6)
        .map(({ text }) => text)
        .join(' '),
    ],
    [
      'segment',
      chunk(7)
        .map(({ written }) => `"${written}"`)
        .join(' '),
    ],
    ['tags', 'u1'],
    ['audit'],
    ['export', 'state'],
  ];
  await console.wrote(({ stdout }) => stdout.includes('\n') && stdout.length > 100);
  const ran = await Promise.all(verbs.map((args, n) => tagwise({ ...call, args: n % 2 === 0 ? args : [...args, '--json'] })));
  for (const { code, stdout, stderr } of ran) {
    expect([0, 1, 2]).toContain(code);
    printed.push(stdout, stderr);
  }
  // While it is open the journal still has everything.
  expectNoNumber(home);
  type('/quit');
  const talked = await console.ended;
  expect(talked.code).toBe(0);
  printed.push(talked.stdout, talked.stderr);
  expectNoNumber(home);

  const search = createByteSearch(needles);
  const linesWith = (text: string) => text.split('\n').filter((line) => search(Buffer.from(line)).length > 0);
  expect(printed.flatMap(linesWith)).toEqual([]);
});
