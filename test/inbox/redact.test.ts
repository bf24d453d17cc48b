import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_MASK, ID_MASK } from '../../src/inbox/find-numbers.ts';
import { redact, redactDeep } from '../../src/inbox/redact.ts';
import { orderNumber, randomNumber } from '../support/innocent-numbers.ts';
import { cardNumber, DISGUISES, idNumber, plantedNumbers } from '../support/planted-numbers.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ID = '110101199003077379';
const ID_WITH_X = '11010119900307109X';
const MISTYPED_ID = '110101199003077378';
const OLD_ID = '110101900307737';
const CARD = '6222021234567890128';
const VISA = '4111111111111111';

describe('redact', () => {
  it.each([
    ['an ID number', `我的身份证是${ID}，谢谢`, '我的身份证是[证件号]，谢谢'],
    ['one with an X at its end', `证${ID_WITH_X}的`, '证[证件号]的'],
    [
      'a small, a wide and a Cyrillic x',
      `${ID_WITH_X.replace('X', 'x')}、${ID_WITH_X.replace('X', 'ｘ')}、${ID_WITH_X.replace('X', 'х')}`,
      '[证件号]、[证件号]、[证件号]',
    ],
    ['a mistyped one whose district and date are real', `${MISTYPED_ID}`, '[证件号]'],
    ['one of a foreign resident', '911124198108030024', '[证件号]'],
    ['one of fifteen digits where the text says so', `身份证${OLD_ID}`, '身份证[证件号]'],
    ['an impossible one where the text says so', '身份证号 440305202013451234', '身份证号 [证件号]'],
    ['a card', `卡号${CARD}`, '卡号[卡号]'],
    ['a card in groups, with a double space', '6222 0212  3456 7890 128 是我的', '[卡号] 是我的'],
    ['a card that is the whole message', VISA, '[卡号]'],
    ['an American Express card', 'amex 3782 822463 10005', 'amex [卡号]'],
    ['a card after a date', `2026-03-01 ${CARD}`, '2026-03-01 [卡号]'],
    ['a card after a word and a date', `订单 2026-03-01 用${VISA}付`, '订单 2026-03-01 用[卡号]付'],
    ['a card with times sign behind', `${CARD}x3`, '[卡号]x3'],
    ['two numbers', `${ID} ${CARD}`, '[证件号] [卡号]'],
    ['an ID glued to a telephone by its X', `${ID_WITH_X}13800138000`, '[证件号]13800138000'],
    ['key caps', [...CARD].map((digit) => `${digit}\ufe0f\u20e3`).join(''), '[卡号]\ufe0f\u20e3'],
    ['numbered signs of two digits', '⑥㉒⓴㉑23456789⓪⑫⑧', '[卡号]'],
    [
      'digits in brackets',
      [...CARD].map((digit) => (digit === '0' ? '🄋' : String.fromCodePoint(0x2473 + Number(digit)))).join(''),
      '[卡号]',
    ],
    ['an ID number after an order word all the same', `订单号${ID}`, '订单号[证件号]'],
    ['overlapping readings as one', '4503 6222 0212 3456 7890 128', '[卡号]'],
  ])('masks %s', (_what, text, masked) => {
    expect(redact(text)).toBe(masked);
  });

  it.each([
    ['a telephone', '13800138000'],
    ['a time stamp', '2026-03-01 09:00:00.123456'],
    ['a company code of digits only', '914403001922038216'],
    ['a company code that would pass for a mistyped ID', '521101195001010032'],
    ['a company code with letters', '91110108MA01ABCD2X'],
    ['an order number that looks like a card', `订单号：${CARD}`],
    ['an order number in English', `Order no. ${CARD}`],
    ['an order number in JSON', `{"orderId":"${CARD}"}`],
    ['a parcel', `SF${CARD}`],
    ['a mistyped ID after an order word', `单号${MISTYPED_ID}`],
    ['fifteen digits that nobody calls an ID', `${OLD_ID}`],
    ['an impossible date', '110101199002307379'],
    ['a 29 February of a common year', '110101200102297379'],
    ['a card inside a longer number', `1${CARD}5`],
    ['a card with a wrong last digit', '6222021234567890129'],
    ['a row of a table', '4505 2026-03-01 2026-03-15'],
    ['numbers parted by an x', '622202 x 1234567890128'],
    ['numbers four separators apart', '62220212345    67890128'],
    ['a decimal fraction that looks like a Visa card', '4.111111111111111'],
    ['vulgar fractions', '½½½½½½½½½'],
    ['emoji', '😀😀😀😀😀😀😀😀😀'],
    ['pi', '3.14159265358979323846'],
  ])('leaves %s alone', (_what, text) => {
    expect(redact(text)).toBe(text);
  });

  it('takes a wrong checksum for a typing mistake only where somebody could have the number', () => {
    const masked = (district: string, date = '19900307') => redact(`${district}${date}0002`).includes(ID_MASK);
    expect(
      ['110101', '440305', '445301', '654301', '429004', '810000', '310115', '659001'].filter((one) => !masked(one)),
    ).toEqual([]);
    expect(['119901', '447701', '446001', '110160', '810200', '310415'].filter((one) => masked(one))).toEqual([]);
    expect(masked('110101', '19250307')).toBe(false);
    expect(masked('110101', '20510307')).toBe(false);
  });

  it('masks at least 999 of 1 000 planted numbers in every disguise, and nothing beside them', { timeout: 30_000 }, () => {
    const planted = plantedNumbers({ seed: 20260301, count: 8000 });
    for (const disguise of DISGUISES) {
      const here = planted.filter((one) => one.disguise === disguise);
      const mask = (kind: string) => (kind === 'id' ? ID_MASK : CARD_MASK);
      const missed = here.filter((one) => redact(one.text) !== one.text.replace(one.written, mask(one.kind)));
      expect(missed.length / here.length, disguise).toBeLessThanOrEqual(0.001);
    }
  });

  it('takes few innocent numbers for an ID or a card', { timeout: 30_000 }, () => {
    const random = seededRandom(5);
    const share = (count: number, mask: string, make: () => string) =>
      Array.from({ length: count }, () => redact(make())).filter((text) => text.includes(mask)).length / count;
    expect(share(60_000, ID_MASK, () => randomNumber(random, 18))).toBeLessThanOrEqual(0.0001);
    expect(share(30_000, CARD_MASK, () => randomNumber(random, 18))).toBeLessThanOrEqual(0.002);
    expect(share(30_000, '号]', () => orderNumber(random).text)).toBeLessThanOrEqual(0.005);
  });

  const piece = fc.oneof(
    fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => idNumber(seededRandom(seed))),
    fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => cardNumber(seededRandom(seed))),
    fc.constantFrom(
      '身份证',
      '订单号',
      '卡',
      ID_MASK,
      CARD_MASK,
      ' ',
      '-',
      'x',
      '\u200b',
      '2026-03-01',
      '1',
      '⑩',
      '😀',
      '。',
      OLD_ID,
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  it('changes nothing more when done twice', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = redact(pieces.join(''));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps all that is not a number, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const between = redact(text).split(/\[(?:证件号|卡号)\]/);
        let at = 0;
        for (const kept of between) {
          const found = text.indexOf(kept, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + kept.length;
        }
      }),
    );
  });

  it('never lets a number through between other words', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: fc.constantFrom(...'我的是 ,：a\n(') }), (seed, around) => {
        const number = seed % 2 === 0 ? idNumber(seededRandom(seed)) : cardNumber(seededRandom(seed));
        expect(redact(around + number + around)).not.toContain(number);
      }),
    );
  });
});

describe('redactDeep', () => {
  it('masks strings, keys and numbers at any depth', () => {
    const value = {
      a: [{ [`k${ID}`]: `卡 ${CARD}` }],
      n: 4111111111111111,
      big: BigInt(CARD),
      date: new Date(0),
      none: null,
      yes: true,
    };
    expect(redactDeep(value)).toEqual({
      a: [{ 'k[证件号]': '卡 [卡号]' }],
      n: '[卡号]',
      big: '[卡号]',
      date: new Date(0),
      none: null,
      yes: true,
    });
  });

  it('masks a number that JSON has rounded', () => {
    expect(redactDeep(JSON.parse(`[${ID}, ${CARD}, -4111111111111111, 4111111111111111.5]`))).toEqual([
      '[证件号]',
      '[卡号]',
      '[卡号]',
      '[卡号]',
    ]);
  });

  it('keeps other numbers as numbers', () => {
    const numbers = [0, -1.5, 1e300, 1772326800000, 9007199254740991, 1234567890123456789n, 2 ** 60];
    expect(redactDeep(numbers)).toBe(numbers);
  });

  it('takes a bare number in data for an order unless it is a UnionPay card', () => {
    expect(redactDeep({ order: VISA, card: CARD, note: `卡${VISA}` })).toEqual({ order: VISA, card: '[卡号]', note: '卡[卡号]' });
  });

  it('masks a bare number too where asked to', () => {
    expect(redactDeep({ order: VISA, list: [VISA] }, { bare: true })).toEqual({ order: '[卡号]', list: ['[卡号]'] });
  });

  it('loses no value when two keys mask to the same one', () => {
    expect(redactDeep({ [CARD]: 1, [`${VISA.slice(0, 4)} ${VISA.slice(4)}`]: 2, '[卡号]': 3 })).toEqual({
      '[卡号]': 1,
      '[卡号]2': 2,
      '[卡号]3': 3,
    });
  });

  it('gives back the very value where nothing needed a mask, and never changes the one given', () => {
    const clean = { a: [1, 'two', { three: null }], d: new Map([[CARD, CARD]]) };
    expect(redactDeep(clean)).toBe(clean);
    const given = { note: `卡${CARD}`, clean };
    const masked = redactDeep(given);
    expect(given.note).toBe(`卡${CARD}`);
    expect(masked.clean).toBe(clean);
  });

  it('is not fooled by a key named __proto__', () => {
    const masked = redactDeep(JSON.parse(`{"__proto__":{"polluted":"${CARD}"}}`));
    expect(Object.keys(masked)).toEqual(['__proto__']);
    expect(JSON.stringify(masked)).toBe('{"__proto__":{"polluted":"[卡号]"}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reads records without a prototype', () => {
    expect(redactDeep(Object.assign(Object.create(null), { a: CARD }))).toEqual({ a: '[卡号]' });
  });
});
