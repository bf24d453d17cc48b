import type { Clause } from './clauses.ts';
import { coordination } from './coordination.ts';
import { CUE, type Cue } from './cue.ts';
import { saysDone } from './done.ts';
import { isBridge, isLight, isTail, REASON } from './light-words.ts';
import { clauseAt, cuesBefore, cuesIn, firstFrom, hasCue, is, type SaidText, within } from './said-text.ts';
import { isSomebodyElses } from './somebody-else.ts';

/**
 * How the speaker stands to a thing they mention: `open` says nothing against it, `asked` asks for it by a rhetorical or double negation,
 * `refused` and `deferred` take it back, `other` is somebody else's wish, `done` is over: 发票已经收到了.
 */
export type Polarity = 'open' | 'asked' | 'refused' | 'deferred' | 'other' | 'done';

export interface Span {
  from: number;
  to: number;
}

/** A far negator stops reaching where a new wish of the speaker begins: 不要这个我要报价, don't call just send me a quote. */
const NEW_WISH = /^(?:我|请|麻烦|帮|就|来|给|发|please|pls|give|send|i'|get me|buy)/;
/** What a customer does, so 还没 denies it; what the seller does (发货, 报价) 还没 only complains about. */
const OWN_ACT = /^[买购下付签试订约投预考]/;
const WAITED = /(?:等(?!了)|考虑|商量|看|想|问|定|以后|回头|改天|下次|晚点|之后|到时|过).{0,10}再/;
/** 体验一下再说: first this, then the rest. */
const FIRST = /[下家试看过完好比了]$/;
/** What 还没到 may speak of when it means a step: anything but the end of the clause, a parcel or money. */
const PARCEL = /^(?:[\s呢啊吗呀哦嘛了]*$|货|账|帐|手|件|款|家|我|站|位|齐)/;

/** Whether 还没到 puts off a step rather than misses a parcel. */
function putsOff(said: SaidText, cue: Cue, clause: Clause): boolean {
  return !PARCEL.test(said.text.slice(cue.to, clause.to));
}

const SAID = /^不是(?:早就|都|已经)?(?:说|讲|告诉)/;
/** 要什么报价: it opens its clause and asks for nothing. */
const WHAT_FOR = /^(?:我|还)?要(?:什么|啥)$/;
const LONGEST_WHAT_FOR = 4;
const asksWhatFor = (lead: string): boolean => lead.length <= LONGEST_WHAT_FOR && WHAT_FOR.test(lead);
/** no quotes or invoices: the list may begin with a word that names no topic. */
const OR_ELSE = /^ (?:[a-z]+ ){1,3}(?:or|nor) (?:any |an? )?$/;
/** What a negated verb after the thing says of it: 合同先不签, 报价不用做了. What the seller does (不开, 不发) is refused only with 了 or 就. */
const OWN_VERB = /^(?:签|申请|安排|续|谈|聊|试|约|订|付|参加|考虑|买|要|用|看|升级|合作)/;
const SELLERS_VERB = /^[开发寄做办退换修送报弄搞](?:[了啦喇]|$)/;
const ALL = /^[^,]{0,6}[都全]|^ (?:are )?(?:both|all) /;
const TAKES_BACK = /^(?:撤|拒绝|谢绝)/;

/** 不想要了退货, 不喜欢退款: what is no longer wanted is to be sent back, which is a wish. */
const NO_LONGER = /(?:[要用买想]了|不喜欢)$/;
const SENDS_BACK = /^(?:我?[想要]|给我|帮我|请|就|直接|麻烦|可以|能)?[退换]/;

interface Scan {
  target: number;
  negations: number;
  nearOnly: boolean;
  /** Where a new wish began that closes the reach of what stands before it; -1 for none. */
  barrier: number;
}

const closed = (cue: Cue, scan: Scan): boolean => scan.barrier >= 0 && scan.barrier - cue.to > 1;

const sendsBack = (said: SaidText, cue: Cue): boolean =>
  NO_LONGER.test(said.text.slice(cue.from, cue.to)) && SENDS_BACK.test(said.text.slice(cue.to));

function reaches(said: SaidText, cue: Cue, scan: Scan): boolean {
  if (closed(cue, scan) || (scan.target >= cue.to && sendsBack(said, cue))) return false;
  const gap = said.text.slice(Math.min(cue.to, scan.target), scan.target);
  return is(cue, CUE.far) ? gap.length <= 60 : isLight(gap) || OR_ELSE.test(gap);
}

/** 算了不投诉: a refusal before a negator says the same once more, and is no second negation. */
const negates = (cue: Cue, scan: Scan): boolean =>
  is(cue, CUE.near | CUE.far | CUE.refuse) && !(scan.negations > 0 && is(cue, CUE.refuse));

const deniesOwnAct = (said: SaidText, cue: Cue, span: Span): boolean =>
  cue.to === span.from && OWN_ACT.test(said.text.slice(span.from, span.to));

/** 不是说了不要报价吗: what was said already was the refusal. */
const remindsOfNo = (said: SaidText, cue: Cue, scan: Scan): boolean =>
  scan.negations % 2 === 1 && SAID.test(said.text.slice(cue.from));

/** What one cue before the thing says of it; null: read on to the left. */
function judge(said: SaidText, cue: Cue, scan: Scan, clause: Clause, span: Span): Polarity | null {
  if (is(cue, CUE.why)) return remindsOfNo(said, cue, scan) ? null : 'asked';
  if (is(cue, CUE.unmet)) return deniesOwnAct(said, cue, span) ? 'refused' : 'open';
  if (is(cue, CUE.notyet) && putsOff(said, cue, clause)) return 'deferred';
  if (is(cue, CUE.defer | CUE.later)) return closed(cue, scan) ? null : 'deferred';
  if (negates(cue, scan) && reaches(said, cue, scan)) {
    scan.negations++;
    scan.nearOnly &&= is(cue, CUE.near);
    scan.target = cue.from;
  } else if (is(cue, CUE.want) && NEW_WISH.test(said.text.slice(cue.from, cue.to))) scan.barrier = cue.from;
  return null;
}

function before(said: SaidText, clause: Clause, span: Span): Polarity {
  const scan: Scan = { target: span.from, negations: 0, nearOnly: true, barrier: -1 };
  const first = firstFrom(said.cues, clause.from);
  for (let i = firstFrom(said.cues, span.from) - 1; i >= first; i--) {
    const cue = said.cues[i] as Cue;
    const found = judge(said, cue, scan, clause, span);
    // Once the thing is negated, a complaint further left no longer opens it again.
    const settles = scan.negations === 0 || found === 'asked' || found === 'deferred';
    if (found && settles) return found;
  }
  if (scan.negations > 0 && scan.negations % 2 === 0) return 'asked';
  // 不包邮吗, 没有优惠吗: a plain negator in a question asks.
  if (scan.negations === 1 && !(scan.nearOnly && clause.question)) return 'refused';
  return withoutCue(said, clause, span);
}

/** What the words before a thing say of it where no cue does. */
function withoutCue(said: SaidText, clause: Clause, span: Span): Polarity {
  if (span.from <= clause.from) return 'open';
  const lead = said.text.slice(clause.from, span.from);
  if (asksWhatFor(lead) && !clause.question && isTail(said.text.slice(span.to, clause.to))) return 'refused';
  return lead.includes('再') && WAITED.test(lead) ? 'deferred' : 'open';
}

/** Whether a cue after the thing can refuse it, or with the verb that follows: 合同不签了. */
function turnsDown(said: SaidText, cue: Cue, clause: Clause, span: Span): boolean {
  if (is(cue, CUE.refuse | CUE.far | CUE.defer)) return true;
  if (!is(cue, CUE.near)) return false;
  const rest = said.text.slice(cue.to, clause.to);
  const sellers = SELLERS_VERB.test(rest) && (/^.[了啦喇]/.test(rest) || said.text.slice(span.to, cue.from).includes('就'));
  return (
    TAKES_BACK.test(said.text.slice(cue.from)) || (/^[不唔]/.test(said.text.slice(cue.from)) && (OWN_VERB.test(rest) || sellers))
  );
}

/** What behind a thing can put it off or turn it down. */
const AFTERWARDS = CUE.later | CUE.refuse | CUE.far | CUE.defer | CUE.near;

/** 报价的事过两天再说, 资料就不用发了: the thing first, then what becomes of it. */
function after(said: SaidText, clause: Clause, span: Span): Polarity {
  if (!hasCue(said, AFTERWARDS, span.to, clause.to)) return 'open';
  const reason = REASON.test(said.text.slice(span.from, span.to));
  const wished = hasCue(said, CUE.want, clause.from, span.from);
  for (const cue of cuesIn(said, span.to, clause.to)) {
    const sequel = cue.from === span.to && FIRST.test(said.text.slice(span.from, span.to));
    if (is(cue, CUE.later) && !wished && !sequel) return 'deferred';
    if (reason || !turnsDown(said, cue, clause, span)) continue;
    const bridge = isBridge(said.text.slice(span.to, cue.from));
    if (bridge && isTail(said.text.slice(cue.to, clause.to)) && !clause.question)
      return is(cue, CUE.defer) ? 'deferred' : 'refused';
  }
  return 'open';
}

/** Whether a cue of what has come is itself denied: 报价我没看过. */
const isDenied = (said: SaidText, clause: Clause, cue: Cue): boolean => before(said, clause, cue) !== 'open';

/** How far on a complaint still speaks of what came, in units. */
const SEQUEL = 80;

/** 签收了可是我没收到: a later clause that names nothing takes it back. */
function isMissedLater(said: SaidText, clause: Clause): boolean {
  return cuesBefore(said, clause.to, clause.to + SEQUEL).some((cue) => {
    if (!is(cue, CUE.unmet | CUE.complain)) return false;
    const { from, to } = clauseAt(said, cue.from);
    return within(said.mentions, from, to).length === 0;
  });
}

/** Whether the thing has come already and nothing more is asked of it: 发票已经收到了, got the invoice. */
function isDone(said: SaidText, clause: Clause, span: Span): boolean {
  if ((said.kinds & CUE.done) === 0 || clause.question) return false;
  const cues = cuesIn(said, clause.from, clause.to);
  const came = cues.filter((cue) => is(cue, CUE.done) && saysDone(said.text, { cue, clause, span }));
  if (came.length === 0) return false;
  // 收到的发票抬头错了, 我还要一份: something is wrong with it, or wanted besides.
  const wanting = cues.some(
    (cue) => is(cue, CUE.unmet | CUE.complain | CUE.want | CUE.ask | CUE.urgent) && (cue.from >= span.to || cue.to <= span.from),
  );
  return !wanting && came.some((cue) => !isDenied(said, clause, cue)) && !isMissedLater(said, clause);
}

/** How the speaker stands to the thing in this span, by the clause in which it stands. */
export function polarity(said: SaidText, span: Span): Polarity {
  const clause = clauseAt(said, span.from);
  const list = coordination(said, clause, span);
  let first = before(said, clause, span);
  if (first === 'open' && list.from < span.from) first = before(said, clause, { from: list.from, to: span.to });
  if (first === 'refused' || first === 'deferred' || first === 'asked') return first;
  if (isSomebodyElses(said, clause, span)) return 'other';
  if (isDone(said, clause, span)) return 'done';
  const then = after(said, clause, span);
  if (then !== 'open' || list.to <= span.to) return then;
  // I want a quote and the invoice is not needed: what is wished is taken back with its neighbour only by 都 or both.
  const wished = hasCue(said, CUE.want, clause.from, span.from);
  const whole = !wished || ALL.test(said.text.slice(list.to, clause.to));
  return whole ? after(said, clause, { from: span.from, to: list.to }) : then;
}
