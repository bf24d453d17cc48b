import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactLine } from '../../src/log/redact-line.ts';

const CARD = '6222021234567890128';

it('masks a line that is no JSON as plain text', () => {
  expect(redactLine(`plain ${CARD}\n`)).toBe('plain [卡号]\n');
  expect(redactLine(`back\\slash ${CARD}`)).toBe('back\\slash [卡号]');
});

it('keeps any JSON line JSON, and its values where nothing is masked', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, planted) => {
      const line = `${JSON.stringify(planted ? { value, card: CARD, n: 4111111111111111 } : value)}\n`;
      const masked = redactLine(line);
      expect(masked.endsWith('\n')).toBe(true);
      const read = JSON.parse(masked);
      if (planted) expect(read).toMatchObject({ card: '[卡号]', n: '[卡号]' });
      else if (!masked.includes('号]')) expect(read).toEqual(JSON.parse(line));
    }),
  );
});

it('masks in quotes what stood bare, and leaves fractions be', () => {
  expect(redactLine('{"n":4111111111111111,"s":"4111111111111111","f":[4.111111111111111,6222.021234567894]}')).toBe(
    '{"n":"[卡号]","s":"[卡号]","f":[4.111111111111111,6222.021234567894]}',
  );
});
