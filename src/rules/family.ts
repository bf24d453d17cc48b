import { namingOf } from '../domain/catalogue.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { FactBody } from '../domain/event.ts';
import { BOUGHT, INTEREST, interestTag } from '../domain/product.ts';
import { purchasesOf } from '../domain/purchases.ts';
import type { Standards } from './condition.ts';
import type { Meaning } from './conditions/kind.ts';
import { WordFault } from './rule-fault.ts';

/** The tags of the catalogue: one for each product, `兴趣-<product>`, or for each model, `已购-<model>`. */
export type Family = 'product' | 'model';

/** The group below which the tags of a family lie. */
export const GROUP_OF: Record<Family, string> = { product: INTEREST, model: BOUGHT };
const FORM = 'Write 兴趣-<product> or 已购-<model>.';
const WRITTEN = /^(.*?)\s*[-:：－]\s*<(product|model)>$/s;

/**
 * The family that a word of a rule means; null for a word without one.
 * @throws WordFault with a sentence for the file's author.
 */
export const familyIn = (word: string, { tree, tag }: Meaning): Family | null => {
  const [, group = '', which] = WRITTEN.exec(word) ?? [];
  if (which !== 'product' && which !== 'model') {
    if (/[<>]/.test(word)) throw new WordFault(FORM);
    return null;
  }
  // A library of an older release gets the group with its first product.
  if (tree.node(GROUP_OF[which]) === undefined) return which;
  const id = tag(group);
  // A book from then does not know what the word means, and its files were checked.
  if (id !== GROUP_OF[which] && id !== group) throw new WordFault(FORM);
  return which;
};

/** The members of a family that a fact speaks of. */
export const membersIn = (family: Family, { data }: FactBody, { catalogue }: Standards): string[] => {
  if (family === 'product') return catalogue.subjects(data).map(interestTag);
  const tag = catalogue.boughtTag(namingOf(data));
  return tag === null ? [] : [tag];
};

/** The tags of models that a rule over a customer's state can be about: of what they bought, those they carry or turned down. */
export const membersOf = (state: CustomerState, { catalogue, tree }: Standards): string[] => {
  const named = purchasesOf(state).flatMap((one) => catalogue.boughtTag(one) ?? []);
  const held = [...Object.keys(state.tags), ...Object.keys(state.rejected)].filter((tag) => tree.isWithin(tag, BOUGHT));
  return [...new Set([...named, ...held])].sort();
};
