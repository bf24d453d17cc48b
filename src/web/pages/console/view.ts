import type { LibraryAnswer } from '../../../domain/answers.ts';
import type { Role } from '../../../domain/person.ts';
import type { Ask, Me } from '../parts/ask.ts';
import { WORDS, type Words } from './words.ts';

type Node = LibraryAnswer['nodes'][number];

/** Somebody who works here. */
export interface Colleague {
  id: string;
  name: string;
}

/** How the console looks to whoever sits before it, and how it asks. */
export interface View {
  ask: Ask;
  lang: 'zh' | 'en';
  words: Words;
  role: Role;
  /** Whether they may change the library and the rules. */
  manages: boolean;
  number: (count: number) => string;
  time: (iso: string) => string;
  money: (amount: number, currency: string) => string;
  nodeName: (node: Node) => string;
  /** A tag by its id, `group:tag` label or name, in the reader's language; `tagLabel`: with its group. */
  tagName: (idOrLabel: string) => string;
  tagLabel: (label: string) => string;
  /** @param called what the answer itself calls them */
  person: (id: string | null, called?: string) => string;
}

interface Known {
  ask: Ask;
  me: Me;
  lang: 'zh' | 'en';
  library: LibraryAnswer | null;
  people: readonly Colleague[];
}

export const createView = ({ ask, me, lang, library, people }: Known): View => {
  const words = WORDS[lang];
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const nodes = library?.nodes ?? [];
  const nodeName = ({ name, en }: Node): string => (lang === 'en' ? en : null) ?? name;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groupOf = ({ parent }: Node): Node | undefined => {
    const above = parent === null ? undefined : byId.get(parent);
    return above === undefined || above.kind === 'group' ? above : groupOf(above);
  };
  const labelled = new Map(
    nodes.flatMap((node): [string, Node][] => {
      const group = groupOf(node);
      return [[group ? `${group.name}:${node.name}` : node.name, node]];
    }),
  );
  // Stages and sources stand in answers by their name alone.
  const named = (name: string) => nodes.find((node) => node.kind === 'tag' && node.name === name);
  const nodeOf = (word: string) => byId.get(word) ?? labelled.get(word) ?? named(word);
  const parts = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat(locale, { timeZone: me.zone, ...parts });
  const numbers = new Intl.NumberFormat(locale);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...{ ask, lang, words, role: me.role, nodeName },
    manages: me.role === 'manager' || me.role === 'admin',
    number: (count) => numbers.format(count),
    time: (iso) => clock.format(new Date(iso)),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 }).format(amount),
    tagName: (idOrLabel) => {
      const node = nodeOf(idOrLabel);
      // Until the library is there, and for what it does not have: the name behind the group.
      return node ? nodeName(node) : idOrLabel.slice(idOrLabel.indexOf(':') + 1);
    },
    tagLabel: (label) => {
      const node = nodeOf(label);
      const group = node && groupOf(node);
      return node ? [...(group ? [nodeName(group)] : []), nodeName(node)].join(':') : label;
    },
    person: (id, called) => (id === null ? words.nobody : id === me.id ? me.name : (names.get(id) ?? called ?? id)),
  };
};
