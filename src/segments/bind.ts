import type { Resolved, TagTree } from '../domain/tag-tree.ts';
import { UserError } from '../errors.ts';
import { UNIT_DAYS } from './comparison.ts';
import { FACTS, type FactName, factNamed, type Measure } from './fact-names.ts';
import { bindField, fieldTerm, type PersonNamed } from './fields.ts';
import type { BoundTree, Condition, Marked, Term, Tree } from './tree.ts';
import { typedLabel } from './typed-name.ts';

/** Negations that people write without a space; 非活跃 is a tag and stays one. */
const GLUED = ['不是', '非', '-', '－'];
/** Enough for any query, and a bound on the look-ups that one word can cost. */
const GLUED_MOST = 4;

type Meaning = Resolved | { kind: 'fact'; fact: FactName } | { kind: 'field'; field: string; value: string };

/** What the words of a query mean: tags, colleagues, and segments that were saved. */
export interface Binding {
  tags: TagTree;
  person: PersonNamed;
  saved: (word: Marked) => BoundTree;
}

/**
 * Gives every word of a query its meaning in the library. Throws UserError with the word, its place and the candidates
 * for the first word that has none or several; there is no partial answer.
 */
export function bindSegment(tree: Tree, binding: Binding): BoundTree {
  switch (tree.kind) {
    case 'term':
    case 'condition':
      return bindWord(tree, binding);
    case 'suggested':
      return { kind: 'suggested', ...nodeOf(tree, binding.tags.resolve(tree.text), binding.tags) };
    case 'saved':
      return binding.saved(tree);
    case 'not':
      return { kind: 'not', item: bindSegment(tree.item, binding) };
    case 'and':
    case 'or':
      return { kind: tree.kind, items: tree.items.map((item) => bindSegment(item, binding)) };
  }
}

function bindWord(word: Term | Condition, binding: Binding): BoundTree {
  let { text } = word;
  let negations = 0;
  let meaning = meaningOf(word, text, binding.tags);
  while (meaning.kind === 'unknown' && !word.quoted && negations < GLUED_MOST) {
    const negation = GLUED.find((one) => text.startsWith(one) && text.length > one.length);
    if (negation === undefined) break;
    text = text.slice(negation.length);
    negations += 1;
    meaning = meaningOf(word, text, binding.tags);
  }
  let bound = bindMeaning(word, meaning, binding);
  for (; negations > 0; negations -= 1) bound = { kind: 'not', item: bound };
  return bound;
}

function meaningOf({ kind, quoted }: Term | Condition, text: string, tags: TagTree): Meaning {
  if (kind === 'condition') {
    const fact = quoted ? undefined : factNamed(text);
    return fact ? { kind: 'fact', fact } : tags.resolve(text);
  }
  const field = fieldTerm(text);
  if (field?.marked) return { kind: 'field', ...field };
  const meaning = tags.resolve(text);
  return meaning.kind === 'unknown' && field ? { kind: 'field', ...field } : meaning;
}

function bindMeaning(word: Term | Condition, meaning: Meaning, { tags, person }: Binding): BoundTree {
  if (meaning.kind === 'field') {
    const bound = bindField(meaning, person);
    if (!bound) throw new UserError('bad_field', { field: meaning.field, at: word.from, length: word.to - word.from });
    return bound;
  }
  if (meaning.kind === 'fact' && word.kind === 'condition') {
    return { kind: 'fact', fact: meaning.fact, operator: word.operator, number: numberOf(word, FACTS[meaning.fact].measure) };
  }
  const node = nodeOf(word, meaning.kind === 'fact' ? { kind: 'unknown', near: [] } : meaning, tags);
  if (word.kind === 'term') return { kind: 'tag', ...node };
  return { kind: 'age', ...node, operator: word.operator, days: numberOf(word, 'days') };
}

/** The node that a word means. Throws UserError with the candidates where it means none or several. */
function nodeOf(word: Term | Condition | Marked, meaning: Resolved, tags: TagTree): { id: string; carriers: string[] } {
  if (meaning.kind !== 'one') throw unbound(word, meaning, tags);
  return { id: meaning.id, carriers: [...tags.descendants(meaning.id)] };
}

/** The number in days, main units of money, or as counted. Throws UserError for a unit of something else. */
function numberOf({ number, unit, text, from, to }: Condition, measure: Measure): number {
  if (unit === null) return number;
  // 出生年份>1990年: the year itself, not so many years.
  if (measure === 'year' && unit === 'year') return number;
  const days = UNIT_DAYS[unit];
  if (measure === 'days' && days !== undefined) return number * days;
  if (measure === 'money' && unit === 'money') return number;
  if ((measure === 'orders' || measure === 'times') && unit === 'count') return number;
  throw new UserError('segment_wrong_unit', { at: from, length: to - from, word: text, measure });
}

function unbound(word: Term | Condition | Marked, meaning: Exclude<Resolved, { kind: 'one' }>, tags: TagTree): UserError {
  const where = { word: word.text, at: word.from, length: word.to - word.from };
  const ids = meaning.kind === 'ambiguous' ? meaning.ids : meaning.near;
  const candidates = {
    candidates: ids.map((id) => typedLabel(id, tags, 'zh')).join('、'),
    candidatesEn: ids.map((id) => typedLabel(id, tags, 'en')).join(', '),
  };
  if (meaning.kind === 'ambiguous') return new UserError('segment_ambiguous_term', { ...where, ...candidates });
  // 消费 alone names no customers: a fact must be compared.
  if (word.kind === 'term' && !word.quoted && factNamed(word.text)) return new UserError('segment_fact_alone', where);
  return new UserError('segment_unknown_term', { ...where, ...candidates });
}
