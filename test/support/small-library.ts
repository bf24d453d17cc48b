import type { Library, TagNode } from '../../src/domain/tag.ts';

/** A node with everything that a test does not care about. */
export function aNode(node: Partial<TagNode> & Pick<TagNode, 'id' | 'kind'>): TagNode {
  return {
    name: node.id,
    aliases: [],
    parent: null,
    assignable: node.kind === 'tag',
    colour: '#8c8c8c',
    importance: 0,
    examples: [],
    archived: false,
    machine: node.roles === undefined,
    ...node,
  };
}

export function aLibrary(nodes: TagNode[]): Library {
  return { version: 1, caps: { tags: 1000, perCustomer: 100, topGroups: 12 }, nodes };
}
