import type { WrittenRule } from '../domain/rulebook.ts';
import { STAGE } from '../domain/stage.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Meaning } from './conditions/kind.ts';
import { WordFault } from './rule-fault.ts';

/** Of rules that are read without a configuration. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

export interface Reader {
  tree: TagTree;
  /** The zone of dates and times of day. */
  zone: string;
  /** Of rules that come with the program: what the library no longer lets them set they do not set, and nobody has to mend them. */
  shipped?: boolean;
}

const meant = (word: string, tree: TagTree): string => {
  const found = tree.resolve(word);
  if (found.kind === 'one') return found.id;
  const ids = found.kind === 'ambiguous' ? found.ids : found.near;
  const labels = ids.map((id) => tree.label(id)).join(', ');
  if (labels === '') throw new WordFault('Use a tag of the library, or add it there.');
  throw new WordFault(found.kind === 'ambiguous' ? `Say which one: ${labels}.` : `Use a tag of the library, like ${labels}.`);
};

/** Why no rule may set this node, or null. */
const unfit = (id: string, tree: TagTree): string | null => {
  const node = tree.node(id);
  if (node?.archived) return 'Use another tag: this one is archived.';
  if (node?.assignable === false) {
    const below = tree.descendants(id).slice(0, 5);
    return below.length === 0
      ? 'Use another tag: this one only gathers others, nobody carries it.'
      : `Use a tag below this one, like ${below.map((one) => tree.label(one)).join(', ')}.`;
  }
  return node?.machine === false ? 'Use another tag: no machine may set or take off this one.' : null;
};

const ordered = (id: string, tree: TagTree): boolean => {
  const root = tree.exclusiveRoot(id);
  return root !== null && tree.node(root)?.ordered === true;
};

/** What the words of a rule mean now, or a sentence with the nearest right word. */
export const freshMeaning = ({ tree, zone, shipped = false }: Reader): Meaning => {
  const known = new Map<string, string>();
  const tag = (word: string): string => {
    const id = meant(word, tree);
    known.set(word, id);
    return id;
  };
  const ownTag = (word: string): string => {
    const id = tag(word);
    const fault = shipped ? null : unfit(id, tree);
    if (fault !== null) throw new WordFault(fault);
    return id;
  };
  const stage = (word: string): string => {
    const id = ownTag(word);
    if (!ordered(id, tree)) throw new WordFault('Use a stage: customers are moved only within a group that has an order.');
    return id;
  };
  const stageOf = (word: string): string => {
    const id = tag(word);
    if (id !== STAGE && tree.isWithin(id, STAGE)) return id;
    const stages = tree.descendants(STAGE).map((one) => tree.label(one));
    throw new WordFault(`Use a stage, like ${stages.join(', ')}.`);
  };
  return { tree, zone, tag, ownTag, stageOf, stage, means: () => [...known].sort(([a], [b]) => (a < b ? -1 : 1)) };
};

/** What the words of a rule meant when it was read, whatever has become of the library since; what may be set, `settle` decides. */
export const keptMeaning = ({ means }: WrittenRule, { tree, zone }: Reader): Meaning => {
  const known = new Map(means);
  const tag = (word: string) => tree.current(known.get(word) ?? word);
  return { tree, zone, tag, ownTag: tag, stageOf: tag, stage: tag, means: () => means };
};
