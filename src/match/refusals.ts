import type { Clause } from './clauses.ts';
import type { Cue } from './cue.ts';
import { isTail, REASON } from './light-words.ts';
import { type Polarity, polarity } from './polarity.ts';
import { clauseAt, cuesIn, is, type Mention, type SaidText } from './said-text.ts';

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
  /急|^(?:don'?t|do not|stop|stopped|no longer|instead of|nothing|please don'?t|hold on|undecided|no rush|no hurry|there(?:'s| is) no (?:rush|hurry))$/;
/** A fallback of a condition takes nothing back: 不行就算了, if not, no thanks. */
const CONDITION = /(?:不行|不能|不可以|不成|没有|没货|不然|否则|的话|如果|要是|太贵|if [a-z' ]*)\s*(?:就|那就|那|,)?\s*$/;

/** 其他的不用 refuses the rest, and keeps what was named. */
const REST = /其他|其它|别的|the rest|anything else|others?\b/;

function refusesAtLarge(said: SaidText, cue: Cue, clause: Clause): boolean {
  const word = said.text.slice(cue.from, cue.to);
  const lead = said.text.slice(clause.from, cue.from);
  if (CONDITION.test(lead) || REST.test(lead) || clause.question) return false;
  const negators = cuesIn(said, clause.from, cue.from).filter((one) => is(one, 'near', 'far'));
  if (negators.some((one) => cue.from - one.to <= 1)) return false;
  if (is(cue, 'refuse')) return true;
  if (!is(cue, 'far', 'defer') || word.length < 2 || NO_OBJECT.test(word)) return false;
  const rest = said.text.slice(cue.to, clause.to);
  const next = cuesIn(said, cue.to, clause.to)[0];
  const buying =
    next !== undefined && next.from === cue.to && is(next, 'want') && BUYING.test(said.text.slice(next.from, next.to).trim());
  return isTail(rest) || (buying && next !== undefined && isTail(said.text.slice(next.to, clause.to)));
}

/** Whether a mention stands in reach of its clause's refusal, so that the refusal is about it and not about everything. */
function namesSomething(clause: Clause, judged: Judged[]): boolean {
  return judged.some(
    (one) => one.from >= clause.from && one.to <= clause.to && (one.polarity === 'refused' || one.polarity === 'deferred'),
  );
}

/** Finds the refusals that stand by themselves and lets each take back the requests before it; returns those that had none to take back. */
export function takeBack(said: SaidText, judged: Judged[]): Refusal[] {
  const loose: Refusal[] = [];
  for (const cue of said.cues) {
    if (!is(cue, 'refuse', 'far', 'defer', 'later')) continue;
    const clause = clauseAt(said, cue.from);
    const deferred = is(cue, 'defer', 'later');
    const bare = is(cue, 'later') ? isTail(said.text.slice(cue.to, clause.to)) : refusesAtLarge(said, cue, clause);
    if (!bare || namesSomething(clause, judged)) continue;
    if (said.text.slice(clause.from, cue.from).length > 12 && !is(cue, 'refuse')) continue;
    for (const one of judged) {
      if (one.to <= clause.from && takenBack(said, one, is(cue, 'later'))) one.polarity = deferred ? 'deferred' : 'refused';
    }
    const named = judged.some(
      (one) => one.demand && one.to <= clause.from && (one.polarity === 'refused' || one.polarity === 'deferred'),
    );
    if (!named) loose.push({ at: cue.from, deferred, weak: is(cue, 'later') });
  }
  return loose;
}

function takenBack(said: SaidText, one: Judged, weak: boolean): boolean {
  if (one.polarity !== 'open' || !one.demand) return false;
  const clause = clauseAt(said, one.from);
  if (REASON.test(said.text.slice(one.from, one.to))) return false;
  // 我再看看 after a request is what the answer is wanted for.
  return !(weak && (clause.question || cuesIn(said, clause.from, clause.to).some((cue) => is(cue, 'want'))));
}

/** Judges every mention by its own clause. */
export function judge(said: SaidText): Judged[] {
  return said.mentions.map((mention) => ({ ...mention, polarity: polarity(said, mention) }));
}
