import type { Resolved, TagTree } from '../domain/tag-tree.ts';
import { UserError } from '../errors.ts';
import type { BoundTree, Term, Tree } from './tree.ts';
import { typedLabel } from './typed-name.ts';

/** Negations that people write without a space; 非活跃 is a tag and stays one. */
const GLUED = ['不是', '非', '-', '－'];
/** Enough for any query, and a bound on the look-ups that one word can cost. */
const GLUED_MOST = 4;
const COMPARISON = /超过|不到|大于|小于|至少|至多/;

/**
 * Gives every word of a query its meaning in the library. Throws UserError with the word, its place and the candidates
 * for the first word that has none or several; there is no partial answer.
 */
export function bindSegment({ tree, tags }: { tree: Tree; tags: TagTree }): BoundTree {
  switch (tree.kind) {
    case 'term':
      return bindTerm(tree, tags);
    case 'not':
      return { kind: 'not', item: bindSegment({ tree: tree.item, tags }) };
    case 'and':
    case 'or':
      return { kind: tree.kind, items: tree.items.map((item) => bindSegment({ tree: item, tags })) };
  }
}

function bindTerm(term: Term, tags: TagTree): BoundTree {
  let text = term.text;
  let negations = 0;
  let meaning = tags.resolve(text);
  while (meaning.kind === 'unknown' && !term.quoted && negations < GLUED_MOST) {
    const negation = GLUED.find((word) => text.startsWith(word) && text.length > word.length);
    if (negation === undefined) break;
    text = text.slice(negation.length);
    negations += 1;
    meaning = tags.resolve(text);
  }
  if (meaning.kind !== 'one') throw unbound(term, meaning, tags);
  let bound: BoundTree = { kind: 'tag', id: meaning.id, carriers: [...tags.descendants(meaning.id)] };
  for (; negations > 0; negations -= 1) bound = { kind: 'not', item: bound };
  return bound;
}

function unbound(term: Term, meaning: Exclude<Resolved, { kind: 'one' }>, tags: TagTree): UserError {
  const where = { word: term.text, at: term.from, length: term.to - term.from };
  const candidates = (ids: string[]) => ({
    candidates: ids.map((id) => typedLabel(id, tags, 'zh')).join('、'),
    candidatesEn: ids.map((id) => typedLabel(id, tags, 'en')).join(', '),
  });
  if (meaning.kind === 'ambiguous') return new UserError('segment_ambiguous_term', { ...where, ...candidates(meaning.ids) });
  if (isFactCondition(term, meaning.near, tags)) return new UserError('segment_not_yet', where);
  return new UserError('segment_unknown_term', { ...where, ...candidates(meaning.near) });
}

/** A comparison in words, or `name:value` where the name is neither a group nor close to one: a profile field. */
function isFactCondition(term: Term, near: string[], tags: TagTree): boolean {
  if (term.quoted) return false;
  if (COMPARISON.test(term.text)) return true;
  const [, name] = /^([^:：]+)[:：]/.exec(term.text) ?? [];
  if (name === undefined || near.length > 0) return false;
  const group = tags.resolve(name);
  return group.kind === 'unknown' && group.near.length === 0;
}
