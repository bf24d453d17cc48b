import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log/log.ts';
import { createLogFile } from '../../src/log/log-file.ts';
import { plantedNumbers } from '../support/planted-numbers.ts';

const CARD = '6222021234567890128';
const ID = '110101199003077379';

function memory() {
  const lines: string[] = [];
  return { stream: { write: (line: string) => void lines.push(line) }, last: () => JSON.parse(lines.at(-1) ?? 'null'), lines };
}

describe('the log', () => {
  it('masks a planted number however deep it lies, in keys, numbers and messages too', () => {
    const { stream, lines, last } = memory();
    const log = createLog({ level: 'info', stream });
    log.info({ a: { b: { c: [{ note: `x ${ID}`, [`k${CARD}`]: 1, n: 4111111111111111 }] } } }, `paid with ${CARD}`);
    expect(lines.join('')).not.toMatch(/6222|110101|4111/);
    expect(last()).toMatchObject({
      a: { b: { c: [{ note: 'x [证件号]', 'k[卡号]': 1, n: '[卡号]' }] } },
      msg: 'paid with [卡号]',
    });
  });

  it('lets none of 1 000 planted numbers through, and every line stays one line of JSON', () => {
    const { stream, lines } = memory();
    const log = createLog({ level: 'info', stream });
    for (const { written } of plantedNumbers({ seed: 9, count: 1000 })) log.info({ deep: { note: `见 ${written}` } }, 'kept');
    expect(lines.filter((line) => JSON.parse(line).deep.note.replace(/见 \[(证件号|卡号)\]/, '') !== '')).toEqual([]);
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  });

  it.each([
    ['a line break', CARD.replace('6222', '6222\n')],
    ['a control character', CARD.replace('6222', '6222\u0001')],
  ])('sees a number with %s inside', (_what, number) => {
    const { stream, last } = memory();
    createLog({ level: 'info', stream }).info({ note: number }, 'note "quoted"');
    expect(last()).toMatchObject({ note: '[卡号]', msg: 'note "quoted"' });
  });

  it('leaves out what people wrote', () => {
    const { stream, lines, last } = memory();
    const log = createLog({ level: 'info', stream });
    log.info({ event: { text: '这个多少钱？', body: { text: 'x' }, list: [{ quote: 'y' }] }, at: new Date(0) }, 'kept');
    expect(lines.join('')).not.toContain('多少钱');
    expect(last()).toMatchObject({
      event: { text: '(6 characters)', body: '(left out)', list: [{ quote: '(1 characters)' }] },
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('says of an error what it is and where, not what hangs on it', () => {
    const { stream, lines, last } = memory();
    const log = createLog({ level: 'info', stream });
    const cause = Object.assign(new Error('inner'), { code: 11000, writeErrors: [{ op: { customer: 'Mei' } }] });
    log.error({ reason: new TypeError(`bad ${CARD}`, { cause }) }, 'failed');
    expect(last().reason).toMatchObject({ type: 'TypeError', message: 'bad [卡号]', cause: { message: 'inner', code: 11000 } });
    log.error(cause);
    expect(last()).toMatchObject({ level: 50, msg: 'inner', err: { type: 'Error', code: 11000 } });
    expect(lines.join('')).not.toMatch(/Mei|6222/);
  });

  it('survives circles, bytes and depth', () => {
    const { stream, last } = memory();
    const circle: Record<string, unknown> = { bytes: new Uint8Array(3), none: null };
    circle['self'] = circle;
    createLog({ level: 'info', stream }).info({ circle }, 'round');
    expect(last()).toMatchObject({ circle: { bytes: '(3 bytes)', none: null } });
    expect(JSON.stringify(last())).toContain('(too deep)');
  });

  it('keeps to its level, and without a destination says nothing', () => {
    const { stream, lines } = memory();
    createLog({ level: 'warn', stream }).info('no');
    expect(lines).toEqual([]);
    expect(createLog({ level: 'trace' }).isLevelEnabled('fatal')).toBe(false);
  });
});

describe('the log file', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tagwise-log-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('comes with the first line', async () => {
    const log = createLog({ level: 'info', file: join(dir, 'logs', 'tagwise.log') });
    expect(await readdir(dir)).toEqual([]);
    log.info({ card: CARD }, 'first');
    log.info('second');
    const lines = (await readFile(join(dir, 'logs', 'tagwise.log'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['first', 'second']);
    expect(lines[0]).toContain('"card":"[卡号]"');
  });

  it('is put aside before it grows too large, and so many old ones are kept', async () => {
    const file = join(dir, 'a.log');
    const log = createLogFile({ file, maxBytes: 10, keep: 2 });
    for (const line of ['one\n', 'two\n', '三四五\n', 'six\n', 'seven\n', 'a line longer than all\n', 'eight\n']) log.write(line);
    expect((await readdir(dir)).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2']);
    const texts = await Promise.all(['a.log', 'a.log.1', 'a.log.2'].map((name) => readFile(join(dir, name), 'utf8')));
    expect(texts).toEqual(['eight\n', 'a line longer than all\n', 'six\nseven\n']);
  });

  it('counts the lines that a broken disk cost and tells so later', async () => {
    const file = join(dir, 'logs');
    const blocked = createLogFile({ file: join(file, 'a.log') });
    createLogFile({ file }).write('a file where a directory should be\n');
    blocked.write('lost\n');
    blocked.write('lost\n');
    await rm(file);
    blocked.write('kept\n');
    const [told, kept] = (await readFile(join(file, 'a.log'), 'utf8')).split('\n');
    expect(JSON.parse(told ?? '')).toMatchObject({ level: 50, lost: 2 });
    expect(kept).toBe('kept');
  });
});
