import type { Clause } from './clauses.ts';
import { CUE } from './cue.ts';
import { cuesBefore, is, type SaidText } from './said-text.ts';

const WISH = /想|要|需|打算|问|求|找|want|need|would like|looking|ask|interested/;
/** 帮我朋友要报价 is the speaker's own request; 朋友推荐的 names no wish. */
const FOR = /[帮给替为跟和与同]我?$|(?:for|with|to|and|like|from|by) $/;
/** 别人投诉过你们: what somebody else has lived through. */
const LIVED = /^过/;
const NO_WISH = /^(?:推荐|介绍|用过|买过|在你|从|那|圈|s? ?(?:told|recommended|referred|said|bought|has|have|uses))/;
const OWN = /我|咱|\b(?:i|we|me|us)\b/;

/** Whether the thing is wished by somebody else than the speaker: 我朋友想要报价, my friend wants a quote. */
export function isSomebodyElses(said: SaidText, clause: Clause, span: { from: number; to: number }): boolean {
  if ((said.kinds & CUE.other) === 0) return false;
  return cuesBefore(said, clause.from, span.from).some((cue) => {
    if (!is(cue, CUE.other)) return false;
    const between = said.text.slice(cue.to, span.to);
    if (
      between.length > 40 ||
      !(WISH.test(between) || LIVED.test(said.text.slice(span.to))) ||
      OWN.test(between) ||
      NO_WISH.test(between.trimStart())
    )
      return false;
    const lead = said.text.slice(clause.from, cue.from);
    // A wish for the speaker is the speaker's: they need to refund me.
    return !FOR.test(lead) && !/^ (?:me|us)\b/.test(said.text.slice(span.to));
  });
}
