const YES = new Set(
  (
    '好|好的|好呀|好啊|好吧|好滴|好嘞|好哒|好的好的|好的呢|好的谢谢|好谢谢|可以|可以的|可以啊|可以呀|可以吧|可以谢谢|行|行的|行啊|行吧|行呀|嗯|嗯嗯|嗯好|嗯好的|嗯可以|嗯行|恩|恩恩|恩好的|' +
    '要|要的|要啊|需要|需要的|对|对的|对对|是|是的|是啊|没问题|ok|okay|okk|okok|oki|okie|好ok|成|中|得|得嘞|妥|妥了|同意|当然|当然可以|当然要|当然好|那好|那好吧|那行|那行吧|那可以|那就好|' +
    '麻烦了|麻烦你了|麻烦您了|那麻烦了|好麻烦了|好的麻烦了|好的麻烦你了|有劳|有劳了|辛苦了|好的辛苦了|来吧|发吧|发来吧|发我吧|发一份吧|安排|安排吧|必须的|必须|👌|👍|' +
    'yes|yes please|yeah|yep|yup|ya|yea|yes pls|yes thanks|yes thank you|sure|sure thing|of course|ok thanks|ok thank you|ok please|okay thanks|please do|go ahead|sounds good|sounds great|great|fine|that works|works for me|alright|all right|absolutely|definitely|why not|no problem|please|perfect|good|i do|yes i do|yes i would|i would'
  ).split('|'),
);

const NO = new Set(
  (
    '不|不用|不用了|不用啦|不用哦|不用谢谢|不用了谢谢|不用麻烦了|不用麻烦|不必|不必了|不要|不要了|不要不要|不需要|不需要了|不需要谢谢|不需要了谢谢|不行|不行的|不可以|不了|不了谢谢|不想|不想要|' +
    '没有|没有了|没|没了|没兴趣|不感兴趣|不是|不是的|不对|否|免了|算了|算了吧|算啦|还是算了|还是不用了|还是不了|还是不要了|先不用|先不用了|先不用谢谢|先不了|先不要|先不要了|暂时不用|暂时不用了|暂时不需要|' +
    '暂不需要|目前不用|目前不需要|现在不用|不太需要|真不用|真的不用|真的不用了|好的不用了|好不用了|嗯不用了|嗯不用|谢谢不用了|谢谢不用|谢谢不需要|谢谢不了|不考虑|不考虑了|不好意思不用了|no need|🙅|👎|' +
    "no|nope|nah|no thanks|no thank you|no thx|no ty|no thank u|not now|not really|no need|no need thanks|not interested|no im good|no i'm good|i'm good|im good|i'm good thanks|im good thanks|i'm fine|im fine|i'm fine thanks|not today|not yet|no not really|no not now|no don't|no dont|please don't|don't bother|dont bother|i don't|i dont|no i don't|never mind|nevermind|thanks but no thanks|thanks but no|no thanks i'm good|no thanks im good|not for now|pass|i'll pass|ill pass|definitely not|absolutely not|no way|never|rather not|i'd rather not"
  ).split('|'),
);

const POLITE =
  /^(?:谢谢[你您]?|多谢|感谢|谢了|麻烦[你您]?了?|辛苦[你您]?了?|亲|你好|您好|哈+|thanks|thank you|thx|ty|cheers|hi|hello)$/;
const PARTICLES = /[啊哦呢哈呀哟噢嗷]+$/u;

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
const isLatin = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x27;

/** Where the Latin word that begins at a place ends. */
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isLatin(text.charCodeAt(end))) end++;
  return end;
}

/** Chinese characters one by one, and Latin words: what answers are made of. */
const PIECES = [...YES, ...NO, POLITE.source, PARTICLES.source].join(' ').match(/[\u4e00-\u9fff]|[a-z0-9']+/g) ?? [];
const CHARACTERS = new Uint8Array(0x10000);
for (const piece of PIECES) CHARACTERS[piece.charCodeAt(0)] = 1;
const WORDS = new Set(PIECES);

/** Whether a text has a word that is in no answer. Nearly all have, and are spared the rest. */
export function saysMore(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHan(unit) && CHARACTERS[unit] === 0) return true;
    if (!isLatin(unit)) continue;
    const end = wordEnd(text, at);
    if (!WORDS.has(text.slice(at, end))) return true;
    at = end - 1;
  }
  return false;
}

/** What a text is when it answers and says nothing else (好的, 不用了谢谢, no thanks); null where it says more, or nothing. */
export function bareAnswer(text: string): 'yes' | 'no' | null {
  if (text.length > 40 || saysMore(text)) return null;
  const words = text.replace(/[^\p{L}\p{N}'👌👍🙅👎]+/gu, ' ').trim();
  if (words === '') return null;
  const whole = meaning(words.replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/gu, ''));
  if (whole === 'yes' || whole === 'no') return whole;
  const parts = text.split(/[^\p{L}\p{N}' 👌👍🙅👎]+|(?<=[^\x21-\x7e]) +(?=[^\x21-\x7e])/u).filter((part) => part.trim() !== '');
  const said = parts.map((part) => meaning(part.trim()));
  if (said.includes(null)) return null;
  if (said.includes('no')) return 'no';
  return said.includes('yes') ? 'yes' : null;
}

function meaning(part: string): 'yes' | 'no' | 'polite' | null {
  const stem = part.length > 1 ? part.replace(PARTICLES, '') : part;
  if (YES.has(part) || YES.has(stem)) return 'yes';
  if (NO.has(part) || NO.has(stem)) return 'no';
  return POLITE.test(part) ? 'polite' : null;
}

/** Whether a bare no ends more than the question before it: 算了, 不要了, not interested. */
export function isFinal(text: string): boolean {
  return /算了|算啦|不要了|兴趣|不考虑|不买|interested|never ?mind|forget it/.test(text);
}
