import { expect, it } from 'vitest';
import { safeId } from '../../src/inbox/safe-id.ts';

it.each(['u1', 'wmAbC-123_x', '张三', '', 'C0123:1772326800.123456'])('leaves the id %j as it is', (id) => {
  expect(safeId(id)).toBe(id);
});

it('hashes an id that holds a card or ID number, always to the same', () => {
  const id = 'user-6222021234567890128';
  expect(safeId(id)).toMatch(/^~[0-9a-f]{24}$/);
  expect(safeId(id)).toBe(safeId(id));
  expect(safeId(safeId(id))).toBe(safeId(id));
});

it('keeps different people different', () => {
  const ids = ['4111111111111111', '6222021234567890128', '110101199003077379', '１１０１０１１９９００３０７７３７９'];
  expect(new Set(ids.map(safeId)).size).toBe(ids.length);
  expect(ids.filter((id) => safeId(id).includes(id))).toEqual([]);
});
