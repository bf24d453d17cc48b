import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusableKey } from '../../src/domain/confusable-key.ts';
import { cleanName, nameFault, nameKey } from '../../src/domain/tag-name.ts';

describe('two spellings of one name', () => {
  it.each([
    ['VIP', 'ＶＩＰ'],
    ['VIP', 'V\u200bIP'],
    ['VIP', ' vip '],
    ['VIP', '\u2066VIP\u2069'],
    ['VIP', 'ⅤⅠP'],
    ['Straße', 'STRASSE'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['一般', '一般\ufeff'],
    ['A B', 'a\u3000 b'],
    ['阶段:报价中', '阶段：报价中'],
    ['❤️', '❤'],
  ])('%j and %j share a key', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it('keeps names apart that only look alike', () => {
    expect(nameKey('VIP')).not.toBe(nameKey('VІP'));
    expect(nameKey('客户')).not.toBe(nameKey('客戶'));
  });

  it('folds a key to itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => nameKey(nameKey(text)) === nameKey(text)),
      { numRuns: 2000 },
    );
  });

  it('stores a name so that it still means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const name = cleanName(text);
        return nameKey(name) === nameKey(text) && cleanName(name) === name;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a stored name', () => {
  it('loses what cannot be seen, but a family stays one', () => {
    expect(cleanName(' V\u200bI\u2060P  客户 ')).toBe('VIP 客户');
    expect(cleanName('👨‍👩‍👧 家庭')).toBe('👨‍👩‍👧 家庭');
  });

  it('may be one character, have spaces or be an emoji', () => {
    for (const name of ['急', 'a b', '🔥', '18-25', '👨‍👩‍👧'.repeat(32)]) expect(nameFault(cleanName(name))).toBeNull();
  });

  it('must be seen, fit on a button and have no line break', () => {
    expect(nameFault(cleanName(' \u200b\u2063'))).toBe('empty');
    expect(nameFault('一'.repeat(33))).toBe('long');
    expect(nameFault('👨‍👩‍👧'.repeat(33))).toBe('long');
    expect(nameFault('a\u0301'.repeat(10_000))).toBe('long');
    expect(nameFault('a\u0007b')).toBe('control');
  });
});

describe('what a reader takes for VIP', () => {
  it.each([
    'VІP',
    'VΙP',
    'ѴIP',
    'VlP',
    'V1P',
    'v|p',
    'ᴠɪᴘ',
    '🆅🅸🅿',
    '🅥🅘🅟',
    '🇻🇮🇵',
    'V.I.P',
    'V I P',
    'V-I-P',
    'VÍP',
    'V丨P',
    'VIΡ',
    'VIР',
    'ⓋⒾⓅ',
    'V\u0332IP',
  ])('%s', (name) => {
    expect(confusableKey(name)).toBe(confusableKey('VIP'));
  });

  it.each(['VIPs', 'VP', 'IP', '非VIP', 'VAP', '大客户', 'VIP客'])('is not %s', (name) => {
    expect(confusableKey(name)).not.toBe(confusableKey('VIP'));
  });

  it('knows O from 0 no more than a reader does, and the forms of 户', () => {
    expect(confusableKey('TOP10')).toBe(confusableKey('T0PlO'));
    expect(confusableKey('ＶІP客戶')).toBe(confusableKey('VIP客户'));
  });

  it('takes equal names for alike', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'VIPvipａＺ０-0o· 1客'), maxLength: 8 }),
        (name) => confusableKey(nameKey(name)) === confusableKey(name),
      ),
    );
  });
});
