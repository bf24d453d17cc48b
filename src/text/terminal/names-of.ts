import type { TagTree } from '../../domain/tag-tree.ts';
import type { Lang } from '../lang.ts';
import type { Names } from './view.ts';

/** The names of tags and people in the reader's language, from the library and the people in force. */
export const namesOf = ({
  tree,
  lang,
  person,
}: {
  tree: TagTree;
  lang: Lang;
  person: (id: string) => string | undefined;
}): Required<Names> => ({
  person,
  tag: (idOrLabel) => {
    const meaning = tree.node(idOrLabel) ? { kind: 'one' as const, id: idOrLabel } : tree.resolve(idOrLabel);
    const node = meaning.kind === 'one' ? tree.node(meaning.id) : undefined;
    if (!node) return undefined;
    const groupId = tree.groupOf(node.id);
    const group = groupId === null ? undefined : tree.node(groupId);
    const nameIn = ({ name, en }: { name: string; en?: string | undefined | null }) => (lang === 'en' ? (en ?? name) : name);
    return { group: group ? nameIn(group) : null, name: nameIn(node) };
  },
});
