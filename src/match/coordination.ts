import type { Clause } from './clauses.ts';
import { type Mention, type SaidText, within } from './said-text.ts';

interface Span {
  from: number;
  to: number;
}

/** What joins things into one list: 报价、合同和发票, a quote or an invoice. */
const JOIN = /^(?:[、/&+和跟与及或]|或者|以及|还有|,? ?(?:and|or|nor)|\s|a|an|the|any|your|my|our)*$/;
/** 没有优惠怎么买: what begins so is no further thing of a list without a join. */
const BEGINS = /[怎如能可想要多几哪买下]/;
/** How far one thing of a list may stand from the next, in units. */
const LONGEST_JOIN = 12;
/** More things than this are no list that anybody writes by hand. */
const LONGEST_LIST = 12;

const joins = (said: SaidText, from: number, to: number): boolean =>
  to - from <= LONGEST_JOIN && JOIN.test(said.text.slice(from, to)) && !(from === to && BEGINS.test(said.text.slice(to, to + 1)));

/** The neighbour of a list on one side, if a join leads to it. */
function neighbour(said: SaidText, things: readonly Mention[], list: Span): Span | undefined {
  return things.find((one) => {
    if (one.from >= list.from && one.to <= list.to) return false;
    if (one.to <= list.from) return joins(said, one.to, list.from);
    return one.from >= list.to ? joins(said, list.to, one.from) : true;
  });
}

/** Whether nothing else is mentioned in a text. */
const isAlone = ({ mentions }: SaidText, span: Span): boolean =>
  mentions.length < 2 && mentions.every(({ from, to }) => from >= span.from && to <= span.to);

/** The whole list of things in which one stands, for what is said of it is said of all: 报价和合同都不用. It is the thing itself where there is none. */
export function coordination(said: SaidText, clause: Clause, span: Span): Span {
  if (isAlone(said, span)) return span;
  const things = within(said.mentions, clause.from, clause.to).filter((one) => !one.faint);
  let list: Span = { from: span.from, to: span.to };
  for (let i = 0; i < LONGEST_LIST; i++) {
    const next = neighbour(said, things, list);
    if (!next) break;
    list = { from: Math.min(list.from, next.from), to: Math.max(list.to, next.to) };
  }
  return list;
}
