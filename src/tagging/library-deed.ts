import { canonicalJson } from '../domain/canonical-json.ts';
import type { LibraryDeed } from '../domain/deed.ts';
import type { Role } from '../domain/person.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { UserError } from '../errors.ts';
import { refuseAgents, refuseRestricted, withNodes } from './edit-library.ts';

const byId = (nodes: readonly TagNode[]): Map<string, TagNode> => new Map(nodes.map((node) => [node.id, node]));
const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Those of `now` that stand elsewhere among the others than in `old`: all but a longest run of nodes in their old order. */
const displaced = (old: readonly string[], now: readonly string[]): Set<string> => {
  const places = new Map(old.map((id, place) => [id, place]));
  const ids = now.filter((id) => places.has(id));
  const place = (k: number) => places.get(ids[k] ?? '') ?? 0;
  const best = ids.map(() => ({ length: 1, from: -1 }));
  for (const [k, mine] of best.entries())
    for (let i = 0; i < k; i += 1) {
      const length = (best[i]?.length ?? 0) + 1;
      if (place(i) < place(k) && length > mine.length) Object.assign(mine, { length, from: i });
    }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const kept = new Set<string>();
  for (let k = best.findIndex(({ length }) => length === longest); k >= 0; k = best[k]?.from ?? -1) kept.add(ids[k] ?? '');
  return new Set(ids.filter((id) => !kept.has(id)));
};

/** What a change of the library did, so that it can be taken back although others have changed other things since. */
export const libraryDeed = (before: Library, after: Library): LibraryDeed => {
  const [old, now] = [byId(before.nodes), byId(after.nodes)];
  const resold = !same(before.products, after.products);
  const order = before.nodes.map(({ id }) => id);
  const elsewhere = displaced(
    order,
    after.nodes.map(({ id }) => id),
  );
  return {
    kind: 'library',
    before: before.nodes.filter((node) => elsewhere.has(node.id) || !same(node, now.get(node.id))),
    after: after.nodes.filter((node) => elsewhere.has(node.id) || !same(node, old.get(node.id))),
    order,
    ...(resold ? { products: { before: before.products ?? [], after: after.products ?? [] } } : {}),
    ...(same(before.caps, after.caps) ? {} : { caps: { before: before.caps, after: after.caps } }),
  };
};

/** Puts each of `fresh` where it stood: behind the nearest one before it that is still there. */
const inPlace = (nodes: readonly TagNode[], fresh: readonly TagNode[], order: readonly string[]): TagNode[] => {
  const all = [...nodes];
  for (const node of fresh) {
    const earlier = new Set(order.slice(0, order.indexOf(node.id)));
    all.splice(all.findLastIndex(({ id }) => earlier.has(id)) + 1, 0, node);
  }
  return all;
};

const overtaken = (tag: string): UserError => new UserError('library_overtaken', { tag });

/**
 * The library without what a change did.
 * @throws UserError `library_overtaken` naming what was changed since; as `editLibrary` where the role may not make the change.
 */
export const takeBack = (library: Library, deed: LibraryDeed, role: Role): Library => {
  refuseAgents(role);
  const now = byId(library.nodes);
  for (const node of deed.after) if (!same(now.get(node.id), node)) throw overtaken(node.name);
  const old = byId(deed.before);
  const gone = new Set(deed.after.flatMap(({ id }) => (old.has(id) ? [] : [id])));
  const leaning = library.nodes.find(
    ({ id, parent, mergedInto }) => !gone.has(id) && !old.has(id) && (gone.has(parent ?? '') || gone.has(mergedInto ?? '')),
  );
  if (leaning) throw overtaken(leaning.name);
  if (deed.products && !same(library.products ?? [], deed.products.after)) throw overtaken('products');
  if (deed.caps && !same(library.caps, deed.caps.after)) throw overtaken('caps');
  const kept = library.nodes.filter(({ id }) => !gone.has(id) && !old.has(id));
  const nodes = inPlace(kept, deed.before, deed.order);
  refuseRestricted(library.nodes, nodes, role);
  const { products: _, ...rest } = library;
  const products = deed.products?.before ?? library.products ?? [];
  return withNodes({ ...rest, caps: deed.caps?.before ?? library.caps, ...(products.length > 0 ? { products } : {}) }, nodes);
};
