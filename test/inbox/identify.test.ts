import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptEvent } from '../../src/domain/event.ts';
import { identify } from '../../src/inbox/identify.ts';

/** A row of a table about somebody, with the keys that it knows of them. */
const row = (n: number, id: number, keys: readonly number[]): KeptEvent => ({
  ...{ _id: `e${n}`, state: 'pending', keptAt: 0, at: n, channel: 'import', account: '', conversation: '', message: `m${n}` },
  ...{ identity: `import//u${id}`, name: null, joinKey: null, from: 'system', agent: null },
  body: {
    kind: 'import',
    actor: { id: 'local', role: 'admin' },
    file: 'a.csv',
    tags: [],
    fields: {},
    owner: null,
    keys: keys.map((key) => `k${key}`),
  },
});

const rows = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 })), { minLength: 1, maxLength: 8 })
  .map((drawn) => drawn.map(([id, keys], n) => row(n, id, keys)));

const namesOf = ({ identity, body }: KeptEvent): string[] => [
  ...(identity === null ? [] : [identity]),
  ...(body.kind === 'import' ? body.keys.map((key) => `#${key}`) : []),
];

test('of rows in one batch, those are one customer that are tied by an identity or a key, over however many others', () => {
  fc.assert(
    fc.property(rows, (events) => {
      const { owners, events: theirs } = identify(events, { identities: new Map(), taken: new Set() });
      // The slow way: groups grow as long as one event ties two of them.
      let groups = events.map((event) => new Set(namesOf(event)));
      for (let tied = true; tied; ) {
        tied = false;
        for (const [n, group] of groups.entries()) {
          const other = groups.findIndex((one, m) => m > n && [...one].some((name) => group.has(name)));
          if (other < 0) continue;
          groups = [...groups.filter((_, m) => m !== n && m !== other), new Set([...group, ...(groups[other] ?? [])])];
          tied = true;
          break;
        }
      }
      for (const group of groups) expect(new Set([...group].map((name) => owners.get(name))).size).toBe(1);
      expect(new Set(owners.values()).size).toBe(groups.length);
      expect([...theirs.values()].flat().length).toBe(events.length);
    }),
    { numRuns: 1000 },
  );
});
