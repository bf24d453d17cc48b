import type { Clause } from './clauses.ts';
import { isLight } from './light-words.ts';

interface Place {
  from: number;
  to: number;
}

/** 收到 alone is not yet done: 收到的发票有问题. A sign of completion must be in it or follow. */
const COMPLETE = /[已了刚啦喇咗返都过完好]|定$|掂$|谢|^[a-z ]+$/;
const COMPLETED = /^(?:\s*$|[了啦喇咗])/;
/** got a question about the invoice is not got the invoice. */
const DEFINITE = /^ ?(?:the|your|my|our|both|this|that|it|all)\b/;
const HAN = /^[^\x21-\x7e]/;

/** Whether a cue like 收到了 or got speaks of this very thing, which stands before or after it in the clause. */
export function saysDone(text: string, place: { cue: Place; clause: Clause; span: Place }): boolean {
  const { cue, clause, span } = place;
  const word = text.slice(cue.from, cue.to);
  if (cue.from >= span.to) return COMPLETE.test(word) || COMPLETED.test(text.slice(cue.to, clause.to));
  if (cue.to > span.to) return cue.from <= span.from;
  if (cue.from >= span.from) return false;
  const rest = text.slice(cue.to, span.to);
  const latin = /[a-z]$/.test(word);
  const definite = DEFINITE.test(rest) || /^already (?:got|have|received)$/.test(word);
  if (latin && !HAN.test(text.slice(span.from)) && !definite) return false;
  const gap = text.slice(Math.min(cue.to, span.from), span.from);
  return isLight(gap) && (COMPLETE.test(word) || COMPLETED.test(text.slice(span.to, clause.to)));
}
