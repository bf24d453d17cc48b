/** A stretch of a normalised text within which a negator can reach; the end is exclusive. */
export interface Clause {
  from: number;
  to: number;
  /** It ends with a question mark, or with a particle that makes a question. */
  question: boolean;
}

/** Nobody speaks longer clauses; a text without any mark is cut so that its cost stays in proportion. */
const LONGEST_CLAUSE = 160;

const isHan = (unit: number) => unit >= 0x2e80 && unit <= 0x9fff;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** Marks, and the blank. */
const MAY_END = Uint8Array.from({ length: 0x80 }, (_, unit) => (' ,.;:!?\n\r~|()[]'.includes(String.fromCharCode(unit)) ? 1 : 0));

/** The longest stretch that may be one word of a text whose words are written apart. */
const LONGEST_WORD = 2;

/** Whether Chinese characters stand together for longer than a word, from a place on in one direction. */
function isStretch(text: string, at: number, direction: 1 | -1): boolean {
  for (let i = 0; i <= LONGEST_WORD; i++) if (!isHan(text.charCodeAt(at + i * direction))) return false;
  return true;
}

/**
 * Marks end a clause, but not inside 3.5, 1,000, 10:30 or a.s.a.p. A blank does so only between Chinese characters, and there only where it is
 * not one of many: in 不用了 报价单发我 it stands for a comma, in 我 不要 报价 for nothing.
 */
function endsClause(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x80 || MAY_END[unit] !== 1) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (unit === 0x20) return isHan(before) && isHan(after) && (isStretch(text, at - 1, -1) || isStretch(text, at + 1, 1));
  if (unit === 0x2e || unit === 0x2c || unit === 0x3a)
    return !(isDigit(before) && isDigit(after)) && !(unit === 0x2e && after >= 0x61 && after <= 0x7a);
  return true;
}

const LONGEST_FILLER = 8;
const PARTICLES = '啊呀呢吗吧啦喇哦喔哈哇么嘛的了';
/** What may stand around a word that is all its clause says: particles and pictures, no letter and no digit. */
const FILLER = new RegExp(`^[${PARTICLES}\\p{S}\\p{M}"'*_-]+$`, 'u');

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a;
/** Whether a unit says something: most that stand beside a word do, and spare it the rest. */
const saysSomething = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return isLatin(unit) || isDigit(unit) || (unit >= 0x4e00 && unit <= 0x9fff && !PARTICLES.includes(text[at] ?? ''));
};

const isFiller = (piece: string): boolean => piece.length <= LONGEST_FILLER && (piece.trim() === '' || FILLER.test(piece.trim()));

/** Whether a word is all that its clause says, particles aside: 急!! and price? do, 急诊 and price list do not. */
export function fillsClause(text: string, from: number, to: number): boolean {
  if (saysSomething(text, from - 1) || saysSomething(text, to)) return false;
  let start = from;
  while (start > 0 && from - start <= LONGEST_FILLER && !endsClause(text, start - 1)) start--;
  let end = to;
  while (end < text.length && end - to <= LONGEST_FILLER && !endsClause(text, end)) end++;
  return (start === from || isFiller(text.slice(start, from))) && (end === to || isFiller(text.slice(to, end)));
}

const unitOf = (char: string): number => char.charCodeAt(0);
const [MA, ME, MA_SOFT] = [unitOf('吗'), unitOf('么'), unitOf('嘛')];
const [A, YA, NE] = [unitOf('啊'), unitOf('呀'), unitOf('呢')];
const isQuestion = (unit: number): boolean => unit === MA || unit === ME || unit === MA_SOFT;

/** Whether a clause ends with a particle that makes a question. */
function asks(text: string, from: number, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  if (isQuestion(last)) return true;
  return to - from > 1 && (last === A || last === YA || last === NE) && isQuestion(text.charCodeAt(to - 2));
}

const QUESTION_MARK = 0x3f;

/** Splits a normalised text into clauses, in order; none is empty. `turns` are the places where a turn of thought begins. */
export function splitClauses(text: string, turns: readonly number[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number, mark: number) => {
    if (to > from) clauses.push({ from, to, question: mark === QUESTION_MARK || asks(text, from, to) });
  };
  let turn = 0;
  let nextTurn = turns[0] ?? text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (at === nextTurn || at - from >= LONGEST_CLAUSE) {
      close(at, 0);
      from = at;
    } else if (unit < 0x80 && MAY_END[unit] === 1 && endsClause(text, at)) {
      close(at, unit);
      from = at + 1;
    }
    if (at === nextTurn) nextTurn = turns[++turn] ?? text.length;
  }
  close(text.length, 0);
  return clauses;
}
