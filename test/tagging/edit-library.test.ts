import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import type { LibraryEdit } from '../../src/domain/library-edit.ts';
import type { Library } from '../../src/domain/tag.ts';
import { cleanName } from '../../src/domain/tag-name.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { ProblemsError, UserError } from '../../src/errors.ts';
import { editLibrary } from '../../src/tagging/edit-library.ts';
import { libraryDeed, takeBack } from '../../src/tagging/library-deed.ts';
import { formatLibrary, parseLibrary } from '../../src/tagging/library-file.ts';
import { importLibrary } from '../../src/tagging/merge-library.ts';
import { defaultLibrary } from '../support/default-library.ts';

const anyId = fc.constantFrom(...defaultLibrary.nodes.map(({ id }) => id));
const anyName = fc.constantFrom('甲', '乙', 'Ａb', '急 单', '高', 'x:y', '- z', '报价', '🙂').map(cleanName);
const anyEdit: fc.Arbitrary<LibraryEdit> = fc.oneof(
  fc.record({
    ...{ do: fc.constant('add' as const), kind: fc.constantFrom('tag' as const, 'group' as const), name: anyName },
    ...{ under: fc.option(anyId), after: fc.option(anyId), fields: fc.constant({}) },
  }),
  fc.record({
    do: fc.constant('rename' as const),
    id: anyId,
    name: anyName,
    lang: fc.constantFrom('zh' as const, 'en' as const),
  }),
  fc.record({ do: fc.constant('alias' as const), id: anyId, name: anyName }),
  fc.record({ do: fc.constant('move' as const), id: anyId, under: fc.option(anyId, { freq: 9 }), after: fc.option(anyId) }),
  fc.record({ do: fc.constant('colour' as const), id: anyId, colour: fc.constantFrom('#112233', '#445566') }),
  fc.record({ do: fc.constant('ttl' as const), id: anyId, days: fc.option(fc.integer({ min: 1, max: 90 })) }),
  fc.record({ do: fc.constantFrom('archive' as const, 'restore' as const), id: anyId }),
  fc.record({ do: fc.constant('merge' as const), id: anyId, into: anyId }),
);

/** The library after an edit; as it was where the edit is refused. Anything else that is thrown fails the test. */
const attempt = (library: Library, edit: LibraryEdit): Library => {
  try {
    return editLibrary(library, edit, 'manager');
  } catch (error) {
    if (error instanceof UserError || error instanceof ProblemsError) return library;
    throw error;
  }
};

describe('whatever a manager does to the library', () => {
  const anyEdits = fc.array(anyEdit, { minLength: 1, maxLength: 8 });

  it('goes out as a file and comes in again without a change', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const library = edits.reduce(attempt, defaultLibrary);
        const incoming = parseLibrary(formatLibrary(library), 'library.yaml');
        expect(incoming).toEqual({ ...library, nodes: expect.any(Array) });
        const { library: taken, changes } = importLibrary({ current: library, incoming, role: 'manager', file: 'f' });
        expect(changes).toEqual({ added: [], renamed: [], changed: [], caps: false });
        expect(taken).toBe(library);
      }),
      { numRuns: 100 },
    );
  });

  it('is taken back to the last node and its place, one change after another', () => {
    let done = 0;
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const way: Library[] = [defaultLibrary];
        for (const edit of edits) way.push(attempt(way.at(-1) ?? defaultLibrary, edit));
        let now = way.at(-1) ?? defaultLibrary;
        for (let k = way.length - 1; k > 0; k -= 1) {
          const [before, after] = [way[k - 1] ?? defaultLibrary, way[k] ?? defaultLibrary];
          if (before === after) continue;
          done += 1;
          now = takeBack(now, libraryDeed(before, after), 'manager');
          expect(canonicalJson(now.nodes)).toBe(canonicalJson(before.nodes));
        }
      }),
      { numRuns: 100 },
    );
    expect(done).toBeGreaterThan(200);
  });

  it('leaves every restricted tag to those who may set it', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const locked: Library = {
          ...defaultLibrary,
          nodes: defaultLibrary.nodes.map((node) => (node.id === 'vip' ? { ...node, roles: ['admin'] } : node)),
        };
        const after = attempt(locked, edit);
        const vip = (library: Library) => canonicalJson(createTagTree(library).node('vip') ?? null);
        expect(vip(after)).toBe(vip(locked));
        for (const role of ['agent', 'viewer'] as const) expect(() => editLibrary(locked, edit, role)).toThrow(UserError);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that was edited', () => {
  const library = editLibrary(defaultLibrary, { do: 'merge', id: 'bargain', into: 'ask_price' }, 'manager');

  it('can take a merge back, and make one', () => {
    const text = formatLibrary(library);
    expect(text).toContain('merged_into: ask_price');
    const without = parseLibrary(text.replace(/\n +merged_into: ask_price/, ''), 'f');
    const back = importLibrary({ current: library, incoming: without, role: 'manager', file: 'f' }).library;
    expect(createTagTree(back).resolve('砍价')).toEqual({ kind: 'one', id: 'bargain' });
    const again = importLibrary({ current: back, incoming: parseLibrary(text, 'f'), role: 'manager', file: 'f' }).library;
    expect(createTagTree(again).resolve('砍价')).toEqual({ kind: 'one', id: 'ask_price' });
  });

  it.each([
    ['merged_into: nowhere', /by its id/],
    ['merged_into: demand', /a tag here for a tag/],
    ['merged_into: vip', /restricted in the same way/],
    ['merged_into: bargain', /part of each other/],
  ])('with %s is refused with its line', (line, message) => {
    const text = formatLibrary(library).replace('merged_into: ask_price', line);
    expect(() => parseLibrary(text, 'f')).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ line: expect.any(Number), message: expect.stringMatching(message) })],
      }),
    );
  });
});
