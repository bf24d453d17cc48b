import type { Clause } from './clauses.ts';
import { CUE, type Cue } from './cue.ts';
import { isTail, REASON } from './light-words.ts';
import { type Polarity, polarity } from './polarity.ts';
import { clauseAt, cuesIn, hasCue, is, type Mention, type SaidText, within } from './said-text.ts';

/** A mention with the speaker's stance to it. */
export interface Judged extends Mention {
  polarity: Polarity;
}

/** A refusal or deferral that names nothing by itself: 算了, 先不买了, not interested. */
export interface Refusal {
  at: number;
  deferred: boolean;
  /** 再说, maybe later: puts off, but takes no earlier wish back. */
  weak: boolean;
}

/** Acts of buying at large: to refuse one is to refuse everything. */
const BUYING = /^(?:买|订|订购|下单|要|想要|想买|要买|buy|buying|order|ordering|purchase|感兴趣|合作)$/;
/** What calms or forbids without refusing: not urgent, don't. */
const NO_OBJECT =
  /急|^[撤拒省何谁哪]|^懒得|^不劳|^(?:don'?t|do not|stop|stopped|no longer|instead of|nothing|please don'?t|hold on|undecided|no rush|no hurry|there(?:'s| is) no (?:rush|hurry))$/;
/** A fallback of a condition takes nothing back: 不行就算了, if not, no thanks. */
const CONDITION = /(?:不行|不能|不可以|不成|没有|没货|不然|否则|的话|如果|要是|太贵|if [a-z' ]*)\s*(?:就|那就|那|,)?\s*$/;

/** 其他的不用 refuses the rest, and keeps what was named. */
const REST = /其他|其它|别的|the rest|anything else|others?\b/;

function refusesAtLarge(said: SaidText, cue: Cue, clause: Clause): boolean {
  if (clause.question) return false;
  const word = said.text.slice(cue.from, cue.to);
  const lead = said.text.slice(clause.from, cue.from);
  if (lead !== '' && (CONDITION.test(lead) || REST.test(lead))) return false;
  const negators = cuesIn(said, clause.from, cue.from).filter((one) => is(one, CUE.near | CUE.far));
  if (negators.some((one) => cue.from - one.to <= 1)) return false;
  if (is(cue, CUE.refuse)) return true;
  if (!is(cue, CUE.far | CUE.defer) || word.length < 2 || NO_OBJECT.test(word)) return false;
  const rest = said.text.slice(cue.to, clause.to);
  const next = cuesIn(said, cue.to, clause.to)[0];
  const buying =
    next !== undefined && next.from === cue.to && is(next, CUE.want) && BUYING.test(said.text.slice(next.from, next.to).trim());
  return isTail(rest) || (buying && next !== undefined && isTail(said.text.slice(next.to, clause.to)));
}

/** Whether what was mentioned is taken back, for now or for good. */
export const isRefused = (one: Judged): boolean => one.polarity === 'refused' || one.polarity === 'deferred';

/** Whether what is spoken of is still wanted, or asked for. */
export const isLive = (polarity: Polarity): boolean => polarity === 'open' || polarity === 'asked';

/** How far back a refusal is about what was said, in units: nobody takes back the page before. */
const MEMORY = 400;

/** Lets one refusal take back the requests before its clause; gives it when it had none to take back. */
function settle(said: SaidText, cue: Cue, judged: Judged[]): Refusal | null {
  const clause = clauseAt(said, cue.from);
  const about = within(judged, clause.from, clause.to).some(isRefused);
  if (about || !standsAlone(said, cue, clause)) return null;
  const deferred = is(cue, CUE.defer | CUE.later);
  const weak = is(cue, CUE.later);
  const earlier = within(judged, clause.from - MEMORY, clause.from);
  for (const one of earlier) if (takenBack(said, one, weak)) one.polarity = deferred ? 'deferred' : 'refused';
  return earlier.some((one) => one.demand && isRefused(one)) ? null : { at: cue.from, deferred, weak };
}

const TAKING_BACK = CUE.refuse | CUE.far | CUE.defer | CUE.later;

/**
 * Finds the refusals that stand by themselves and lets each take back the requests before it; returns those that had none. Clauses that begin at
 * `spent` have refused the topic beside them already.
 */
export function takeBack(said: SaidText, judged: Judged[], spent: ReadonlySet<number>): Refusal[] {
  const loose: Refusal[] = [];
  if ((said.kinds & TAKING_BACK) === 0) return loose;
  const cues = said.cues.filter((cue) => is(cue, TAKING_BACK) && !spent.has(clauseAt(said, cue.from).from));
  for (const cue of cues) {
    const refusal = settle(said, cue, judged);
    if (refusal) loose.push(refusal);
  }
  return loose;
}

/** Whether a refusal is its whole clause, or nearly. A word like 不要 far into a clause speaks of something there. */
function standsAlone(said: SaidText, cue: Cue, clause: Clause): boolean {
  if (is(cue, CUE.later)) return isTail(said.text.slice(cue.to, clause.to));
  return (is(cue, CUE.refuse) || cue.from - clause.from <= 12) && refusesAtLarge(said, cue, clause);
}

function takenBack(said: SaidText, one: Judged, weak: boolean): boolean {
  if (one.polarity !== 'open' || !one.demand) return false;
  const clause = clauseAt(said, one.from);
  if (REASON.test(said.text.slice(one.from, one.to))) return false;
  // 我再看看 after a request is what the answer is wanted for.
  return !(weak && (clause.question || hasCue(said, CUE.want, clause.from, clause.to)));
}

/** Judges every mention by its own clause. */
export function judge(said: SaidText): Judged[] {
  return said.mentions.map((one) => {
    const { topic, demand, faint, from, to } = one;
    return { topic, demand, faint, from, to, polarity: polarity(said, one) };
  });
}
