/** What may stand between 不 and the thing it negates: degrees, pronouns, and verbs that take the thing as their object. */
const LIGHT_ZH =
  /^(?:[签续付买订发看谈做聊问提给收接加办开用试约我你您他她们的个了再太怎么很会能任何这那些一下有要想说申请参加考虑了解咨询讨论是算特别十分像让使令出过什]|需要|觉得)*$/u;
const LIGHT_EN =
  /^\s*(?:(?:a|an|the|any|so|too|very|that|this|really|all|yet|at|in|of|is|are|be|been|was|it|its|your|our|my|to|for|quite|particularly|especially|asking|looking|getting|get|have|having|want|wants|need|needs|ask|asked|asks|ordering|making|make|made|planning|going|renew|needing|sign|signing|book|booking|more|much|on|leave|give|write|make)\s+){0,5}$/;

/** Whether a near negator reaches over this gap. */
export function isLight(gap: string): boolean {
  if (gap.length > 40) return false;
  if (gap === '') return true;
  return /^[\s\x21-\x7e]*$/.test(gap) ? LIGHT_EN.test(`${gap.trim()} `) : gap.length <= 8 && LIGHT_ZH.test(gap);
}

/** What 太贵了 or 质量太差 says is a reason, not a request: a refusal leaves it standing. */
export const REASON =
  /[太贵高慢紧]|差(?!评)|预算|expens|pricey|pricy|overpriced|price (?:is )?too|too high|cost|steep|afford|dear|money|budget/;

const TAIL =
  /^(?:[\s了吧呢啊哈哦呀啦的嘛哟哒发给报送寄开看做办来买要说弄联系麻烦你您我们这边谢的事签续试约谈聊订付搞用~.!-]|谢谢|申请|安排|参加|考虑|一下|看看|现在|目前|暂时|先|anymore|any more|right now|now|please|thanks|thank you|thx|yet|for now|at all|any longer|today|at the moment|at this time)*$/;

/** Whether nothing of weight follows a refusal in its clause: 不用了, 不用发了, 不需要啊. */
export function isTail(rest: string): boolean {
  return rest.length <= 40 && TAIL.test(rest);
}

const BRIDGE =
  /^(?:[\s的我们就也都这那个块儿先话暂时现在还是可以事单了吧呢啊一你您给是—–…-]|已经|什么的|之类|其实|真的|统统|全都|通通|the|is|are|it|i|we|our|for|s|'s|both|all|either)*$/;

/** Whether a refusal after a mention still speaks of it: 报价的事我不用了, the quote is not needed. */
export function isBridge(gap: string): boolean {
  return gap.length <= 16 && BRIDGE.test(gap);
}
