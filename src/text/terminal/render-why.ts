import type { CauseAnswer, EvidenceAnswer, WhyAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { factWords } from './fact-words.ts';
import { historyWords } from './history-words.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import { expiryWords } from './tag-rows.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, customerWords, labelWords, sourceWords, timeWords } from './words.ts';

/** Evidence is read, not skimmed: most messages are shown whole. */
const ROOM = 160;

const WORDS = {
  zh: {
    carried: '有这个标签',
    suggested: '只是建议，还没有打上',
    absent: '没有这个标签',
    causes: '依据',
    history: '历史（新的在前）',
    noHistory: '从来没有打过，也没有建议过。',
    version: (version: string) => `版本 ${version}`,
    since: (ago: string) => `始于 ${ago}`,
    some: (count: number, shown: number) => `共 ${count} 次，列出最近 ${shown} 次`,
    message: (id: string) => `消息 ${id}`,
    noWords: '（不是一句话，是一件事）',
    byFacts: '不引用哪句话：看的是时间和往来记录',
    byHand: '有人手动打的，不会自己过期',
  },
  en: {
    carried: 'carried',
    suggested: 'only suggested, not set',
    absent: 'not carried',
    causes: 'Because',
    history: 'History (newest first)',
    noHistory: 'Never set and never suggested.',
    version: (version: string) => `version ${version}`,
    since: (ago: string) => `since ${ago}`,
    some: (count: number, shown: number) => `${count} in all, the newest ${shown} shown`,
    message: (id: string) => `message ${id}`,
    noWords: '(a fact, not words)',
    byFacts: 'rests on times and facts, not on words',
    byHand: 'set by hand; it does not end by itself',
  },
};

const evidenceLine = ({ text, span, at, message, fact }: EvidenceAnswer, view: View): string => {
  const words = WORDS[view.lang];
  const { dim } = paint(view.colour);
  const happened = fact ? factWords(fact, view.lang) : words.noWords;
  const said = text === null ? happened : quoted({ ...view, text, span, room: ROOM });
  return `    ${timeWords(at, view)}  ${said}  ${dim(words.message(printable(message)))}`;
};

const causeLines = (cause: CauseAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { evidence, count, kind } = cause;
  const dated = [
    ...(kind === 'person' ? [] : [words.version(printable(cause.version))]),
    words.since(agoWords(cause.since, view)),
    ...(cause.expiresAt === null ? [] : [expiryWords(cause.expiresAt, view)]),
    ...(cause.confidence < 1 ? [`${Math.round(cause.confidence * 100)} %`] : []),
    ...(count > evidence.length ? [words.some(count, evidence.length)] : []),
  ];
  const head = `  ${sourceWords(cause, view)}  ${paint(view.colour).dim(dated.join(' · '))}`;
  if (evidence.length === 0) return [head, `    ${kind === 'person' ? words.byHand : words.byFacts}`];
  return [head, ...evidence.toReversed().map((one) => evidenceLine(one, view))];
};

/** What a tag rests on, every cause with all its evidence, newest first; then how it came and went. */
export const renderWhy = (doc: WhyAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const standing = doc.carried ? words.carried : doc.suggested ? words.suggested : words.absent;
  const causes =
    doc.causes.length === 0 ? [] : ['', bold(words.causes), ...doc.causes.flatMap((cause) => causeLines(cause, view))];
  const history = doc.history.map((step) => `  ${dim(timeWords(step.at, view))}  ${historyWords(step, view)}`);
  return [
    `${bold(customerWords(doc.customer))}  ${bold(labelWords(doc.tag, view))}  ${standing}`,
    ...causes,
    '',
    ...(history.length === 0 ? [words.noHistory] : [bold(words.history), ...history]),
    '',
    ...asOfLines(doc, view),
  ];
};
