import type { App } from '../app.ts';
import type { Handbook, HandbookEntry } from '../domain/handbook.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Rule } from '../rules/rule.ts';
import { ruleWords } from '../text/rule-words.ts';
import { iso } from './cause-answers.ts';

type Lang = 'zh' | 'en';

/** Phrases and examples shown of one topic. */
const SHOWN = 6;

const HAN = /\p{Script=Han}/u;

/** The first few, those in the reader's language before the others. */
const readable = (texts: readonly string[], lang: Lang): string[] =>
  texts.toSorted((a, b) => Number(HAN.test(b) === (lang === 'zh')) - Number(HAN.test(a) === (lang === 'zh'))).slice(0, SHOWN);

const nameIn = (tree: TagTree, id: string, lang: Lang): string => {
  const node = tree.node(id);
  return (lang === 'en' ? node?.en : undefined) ?? node?.name ?? id;
};

/** All words for a node but the name that is shown. */
const otherWords = (tree: TagTree, id: string, shown: string): string[] => {
  const words = tree.partsOf(id).flatMap((part) => {
    const node = tree.node(part);
    return node ? [node.name, ...(node.en === undefined ? [] : [node.en]), ...node.aliases] : [];
  });
  const byKey = new Map(words.map((word) => [nameKey(word), word]));
  byKey.delete(nameKey(shown));
  return [...byKey.values()];
};

/** Whether a rule can give this tag to somebody. */
const sets = (rule: Rule, id: string): boolean =>
  rule.kind === 'state'
    ? rule.each === undefined && rule.tag === id
    : rule.actions.some((one) => (one.do === 'add' && one.tag === id) || (one.do === 'stage' && one.to === id));

const rulesOf = ({ inForce }: App, id: string, lang: Lang): HandbookEntry['rules'] => {
  const { silenceDays, quoteDays } = inForce.rules();
  return inForce
    .allRules()
    .filter((rule) => sets(rule, id))
    .map(({ id: rule, name, mode, written }) => {
      const means = new Map(written.means);
      const tag = (word: string) => inForce.tree().label(means.get(word) ?? word, lang);
      return { id: rule, name, does: ruleWords(written.form, { lang, tag, silenceDays, quoteDays }), on: mode === 'on' };
    });
};

const wordsOf = ({ inForce }: App, id: string, lang: Lang): HandbookEntry['words'] =>
  inForce
    .rules()
    .topicsOf(id)
    .map(({ id: topic, needs, phrases, examples = [] }) => ({
      ...{ topic, ...needs },
      phrases: readable(phrases, lang),
      examples: readable(examples, lang),
    }));

/** What the handbook says of one node. */
export const handbookEntry = (app: App, id: string, lang: Lang): HandbookEntry | null => {
  const tree = app.inForce.tree();
  const node = tree.node(id);
  if (!node) return null;
  const name = nameIn(tree, id, lang);
  const group = tree.groupOf(id);
  const one = tree.exclusiveRoot(id);
  return {
    ...{ id, kind: node.kind, name, colour: node.colour, archived: node.archived, assignable: node.assignable },
    path: [...[...tree.ancestors(id)].reverse().map((above) => nameIn(tree, above, lang)), name],
    definition: node.definition ?? null,
    note: node.note ?? (group === null ? null : (tree.node(group)?.note ?? null)),
    aliases: otherWords(tree, id, name),
    examples: node.examples,
    words: wordsOf(app, id, lang),
    roles: node.roles ?? null,
    machine: node.machine,
    onlyOneOf: node.kind === 'group' || one === null ? null : nameIn(tree, one, lang),
    rules: rulesOf(app, id, lang),
    ttlDays: node.ttlDays ?? null,
  };
};

/** The whole library as people read it: what is in use, in display order. The tags of single products stand in the catalogue. */
export const handbookAnswer = (app: App, lang: Lang): Handbook => {
  const { version, nodes } = app.inForce.library();
  const entries = nodes.filter(({ archived }) => !archived).flatMap(({ id }) => handbookEntry(app, id, lang) ?? []);
  return { version, at: iso(app.clock.asOf()), entries };
};
