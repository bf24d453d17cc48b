import type { TagNode } from '../domain/tag.ts';
import type { Fault } from './library-fault.ts';

/** A tag may become part of another of its kind that is as restricted as itself: else a merge would give or free what nobody may. */
export function mergeFaults(nodes: readonly TagNode[]): Fault[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const endless = (node: TagNode): boolean => {
    const met = new Set<string>();
    for (let one: TagNode | undefined = node; one?.mergedInto !== undefined; one = byId.get(one.mergedInto)) {
      if (met.has(one.id)) return true;
      met.add(one.id);
    }
    return false;
  };
  const alike = (a: TagNode, b: TagNode): boolean =>
    a.machine === b.machine && (a.roles ?? []).toSorted().join() === (b.roles ?? []).toSorted().join();
  return nodes.flatMap((node) => {
    if (node.mergedInto === undefined) return [];
    const into = byId.get(node.mergedInto);
    const fault = (message: string): Fault[] => [{ node, field: 'merged_into', message, ...(into ? { other: into } : {}) }];
    if (!into) return fault('Name a tag or group of this library, by its id.');
    if (into.kind !== node.kind) return fault('Name a tag here for a tag and a group for a group');
    if (endless(node)) return fault('Name a tag that is in use: these become part of each other');
    return alike(node, into) ? [] : fault('Name a tag that is restricted in the same way: a merge gives and frees nothing');
  });
}
