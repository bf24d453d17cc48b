import { CUE } from './cue.ts';
import { isLive, type Judged } from './refusals.ts';
import { clauseAt, cuesIn, is, type SaidText } from './said-text.ts';

/** Topics that a text offers (要不要给您报个价?, would you like a quote?), for a bare answer to be about. */
export function offers(said: SaidText, judged: readonly Judged[]): string[] {
  if (judged.length === 0 || (said.kinds & CUE.offer) === 0) return [];
  const asked = said.clauses.some((clause) => clause.question);
  const offered = judged.filter((one) => {
    if (!isLive(one.polarity)) return false;
    const clause = clauseAt(said, one.from);
    const cues = cuesIn(said, clause.from, clause.to);
    // 要不要 asks by itself; 需要 and 给您 are offers only in a question.
    return cues.some((cue) => is(cue, CUE.offer) && cue.from < one.to && (asked || is(cue, CUE.ask)));
  });
  return [...new Set(offered.map((one) => one.topic))];
}
