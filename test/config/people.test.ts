import { describe, expect, it } from 'vitest';
import { createPeople } from '../../src/config/people.ts';
import type { Person } from '../../src/domain/person.ts';

const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  id,
  name,
  role: 'agent',
  zone: 'Asia/Shanghai',
  ids: {},
  ...rest,
});

const wang = person('wang', '王芳', { role: 'manager', manager: 'zhao', ids: { wecom: 'li' } });
const li = person('li', 'Li', { manager: 'wang', ids: { wecom: 'a1', slack: 'U1' } });
const sun = person('sun', 'Sun', { manager: 'wang' });
const otherSun = person('sun2', 'sun ', { manager: 'zhao' });
const zhao = person('zhao', 'Zhao', { role: 'admin' });
const people = createPeople([wang, li, sun, otherSun, zhao]);

describe('people', () => {
  it('are found by id, else by a name that one of them has, in any case and width', () => {
    expect(people.byId('li')).toBe(li);
    expect(people.byId('王芳')).toBe(wang);
    expect(people.byId('ＺＨＡＯ')).toBe(zhao);
    expect(people.byId('SUN2')).toBe(otherSun);
    expect(people.byId('nobody')).toBeUndefined();
    expect(people.byId('')).toBeUndefined();
  });

  it('are not guessed where a word could mean two, but an exact id is exact', () => {
    expect(people.byId('SUN')).toBeUndefined();
    expect(people.byId('sun')).toBe(sun);
  });

  it("resolve by the channel's id first, then by their own", () => {
    expect(people.byChannel('wecom', 'a1')).toBe(li);
    expect(people.byChannel('wecom', 'li')).toBe(wang);
    expect(people.byChannel('slack', 'li')).toBe(li);
    expect(people.byChannel('slack', 'a1')).toBeUndefined();
    expect(people.byChannel('shop', 'zhao')).toBe(zhao);
    expect(people.byChannel('wecom', '王芳')).toBeUndefined();
  });

  it('report to their manager, and to the manager of that one', () => {
    expect(people.reportsOf('wang')).toEqual([li, sun]);
    expect(people.reportsOf('zhao')).toEqual([wang, li, sun, otherSun]);
    expect(people.reportsOf('li')).toEqual([]);
  });

  it('can be nobody', () => {
    const none = createPeople([]);
    expect([none.all, none.byId('li'), none.byChannel('wecom', 'li'), none.reportsOf('li')]).toEqual([
      [],
      undefined,
      undefined,
      [],
    ]);
  });
});
