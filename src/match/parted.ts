import { bareAnswer, saysMore } from './bare-answer.ts';
import { type Clause, fillsClause } from './clauses.ts';
import { coordination } from './coordination.ts';
import { REASON } from './light-words.ts';
import { isRefused, type Judged } from './refusals.ts';
import { clauseAt, type SaidText, within } from './said-text.ts';

/** Bare answers that turn nothing down: 退款！不行 complains, 发货了？没有 tells. */
const TELLS = /^(?:不行的?|不可以|不对|不是的?|没有?了?|否|never|no way|please don'?t)$/;
const PUTS_OFF = /先|暂|目前|现在|not (?:now|today|yet)/;
/** 报价,合同都不要: all of the list, not its last thing. */
const ALL = /^(?:我们?|这些|那些)?(?:都|也|全|统统|通通|一律)/;

const told = (said: SaidText, clause: Clause): string =>
  said.text
    .slice(clause.from, clause.to)
    .replace(/[\s—–…-]+/g, ' ')
    .trim();

/** Whether a clause says nothing but that something is not wanted: 不用了, nah. */
function isRefusal(said: SaidText, clause: Clause): boolean {
  if (clause.question || saysMore(said.text.slice(clause.from, clause.to))) return false;
  const words = told(said, clause);
  return bareAnswer(words) === 'no' && !TELLS.test(words);
}

/** What a topic that is all its clause says meets in the clause after it; null where that is no refusal. */
function fate(said: SaidText, judged: readonly Judged[], one: Judged, clause: Clause): Judged['polarity'] | null {
  const next = clauseAt(said, clause.to + 1);
  if (next.to <= next.from) return null;
  // 退货,不要了 asks to return what is not wanted; only a question is answered so: Refund? No.
  if ((one.demand || clause.question) && isRefusal(said, next)) return PUTS_OFF.test(told(said, next)) ? 'deferred' : 'refused';
  const [fellow] = within(judged, next.from, next.to);
  const all =
    one.demand && fellow && isRefused(fellow) && ALL.test(said.text.slice(coordination(said, next, fellow).to, next.to));
  return all ? fellow.polarity : null;
}

/** Whether 不要! stands right before a topic that ends the text: 不要!报价. With a comma it may as well mean the opposite. */
function isForbidden(said: SaidText, one: Judged, clause: Clause): boolean {
  if (!one.demand || said.text[clause.from - 1] !== '!') return false;
  const before = clauseAt(said, clause.from - 2);
  const last = said.text.slice(clause.to).replace(/[\s.!]/g, '') === '';
  return last && before.to === clause.from - 1 && isRefusal(said, before);
}

/** 太贵了,不用了: the reason stands. */
const isReason = (said: SaidText, { from, to }: Judged, clause: Clause): boolean =>
  !clause.question && REASON.test(said.text.slice(from, to));

const NONE: ReadonlySet<number> = new Set();

/**
 * Lets a refusal that is a clause of its own take back the topic that is the clause beside it: 报价?不用了, quote? nah, 报价、合同都不要. Gives
 * the places where those refusals begin.
 */
export function takeBackParted(said: SaidText, judged: readonly Judged[]): ReadonlySet<number> {
  if (said.clauses.length < 2 || judged.length === 0) return NONE;
  const spent = new Set<number>();
  // From the end, so that a list is taken back from its last thing to its first.
  for (let i = judged.length - 1; i >= 0; i--) {
    const one = judged[i] as Judged;
    if (one.polarity !== 'open' || !fillsClause(said.text, one.from, one.to)) continue;
    const clause = clauseAt(said, one.from);
    if (isReason(said, one, clause)) continue;
    const after = fate(said, judged, one, clause);
    const forbidden = after === null && isForbidden(said, one, clause);
    if (after === null && !forbidden) continue;
    one.polarity = after ?? 'refused';
    spent.add(clauseAt(said, forbidden ? clause.from - 2 : clause.to + 1).from);
  }
  return spent;
}
