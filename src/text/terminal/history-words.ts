import type { HistoryAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import type { View } from './view.ts';
import { actorWords, labelWords, sourceWords } from './words.ts';

type Step = Pick<HistoryAnswer, 'actor' | 'action' | 'cause' | 'reason' | 'replacedBy' | 'batch'>;

interface Parts {
  /** The person, or the machine's source. */
  by: string;
  other: string;
}

type Sentence = (parts: Parts) => string;

/** Why a tag went, by its reason. */
const REMOVED: Record<'zh' | 'en', Record<string, Sentence>> = {
  zh: {
    expired: ({ by }) => `到期，自动去掉（${by}）`,
    refused: ({ by }) => `客户回绝了，自动去掉（${by}）`,
    replaced: ({ by, other }) => `被“${other}”替换（${by}）`,
    rejected: ({ by }) => `被拒：${by} 去掉了自动打的标签`,
    ended: ({ by }) => `条件不再成立，自动去掉（${by}）`,
    taken_back: ({ by }) => `撤下：所依据的订单取消或全额退款了（${by}）`,
    recalled: ({ by }) => `撤下：所依据的消息被撤回了（${by}）`,
    history: ({ by }) => `撤下：晚到、撤回或修改的消息改变了依据（${by}）`,
    library: ({ by }) => `撤下：标签库改了（${by}）`,
    rules: ({ by }) => `撤下：规则或设置改了（${by}）`,
    merged: ({ by, other }) => (other === '' ? `合并客户后不再成立（${by}）` : `合并客户时让位给“${other}”（${by}）`),
    undone: ({ by }) => `撤销（${by}）`,
    '': ({ by }) => `由${by} 去掉`,
  },
  en: {
    expired: ({ by }) => `ended: its time was over (${by})`,
    refused: ({ by }) => `ended: the customer said no (${by})`,
    replaced: ({ by, other }) => `replaced by "${other}" (${by})`,
    rejected: ({ by }) => `turned down (${by})`,
    ended: ({ by }) => `ended: the condition no longer holds (${by})`,
    taken_back: ({ by }) => `withdrawn: an order that it rested on was cancelled or refunded in full (${by})`,
    recalled: ({ by }) => `withdrawn: the message that it rested on was recalled (${by})`,
    history: ({ by }) => `withdrawn: a late, recalled or edited message took its ground away (${by})`,
    library: ({ by }) => `withdrawn: the tag library was changed (${by})`,
    rules: ({ by }) => `withdrawn: rules or settings were changed (${by})`,
    merged: ({ by, other }) =>
      other === '' ? `ended: two customers became one (${by})` : `gave way to "${other}" when two customers became one (${by})`,
    undone: ({ by }) => `undone (${by})`,
    '': ({ by }) => `removed (${by})`,
  },
};

const DONE: Record<'zh' | 'en', Record<string, Sentence>> = {
  zh: {
    add: ({ by }) => `由${by} 添加`,
    merged: ({ by }) => `合并客户时带来（${by}）`,
    suggest: ({ by }) => `由${by} 建议`,
    withdraw: ({ by }) => `建议撤下（${by}）`,
    denied: ({ by }) => `拒绝：${by} 无权这样改`,
  },
  en: {
    add: ({ by }) => `added (${by})`,
    merged: ({ by }) => `brought along when two customers became one (${by})`,
    suggest: ({ by }) => `suggested (${by})`,
    withdraw: ({ by }) => `suggestion withdrawn (${by})`,
    denied: ({ by }) => `refused: not allowed (${by})`,
  },
};

/** A tag that came back because what replaced it was taken back. */
const AGAIN: Record<'zh' | 'en', Sentence> = {
  zh: ({ by }) => `回到这里：之后那一步所依据的订单取消或全额退款了（${by}）`,
  en: ({ by }) => `here again: an order behind the next step was cancelled or refunded in full (${by})`,
};

const sentenceOf = ({ action, reason = '' }: Step, lang: 'zh' | 'en'): Sentence | undefined => {
  if (action === 'remove') return REMOVED[lang][reason] ?? REMOVED[lang][''];
  if (action !== 'add') return DONE[lang][action];
  return reason === 'taken_back' ? AGAIN[lang] : DONE[lang][reason === 'merged' ? 'merged' : action];
};

/** Of which change of many it was part. */
const batchWords = ({ batch }: Step, { lang }: View): string => {
  if (!batch) return '';
  const of = printable(batch.of);
  return lang === 'zh' ? `，批量 ${of}，共 ${batch.customers} 位客户` : `, one of ${batch.customers} customers of ${of}`;
};

/** One step of a tag's history as a sentence: 由人工 王经理 添加, 被“VIP客户”替换 …. */
export const historyWords = (step: Step, view: View): string => {
  const { lang } = view;
  const merged = step.reason === 'merged';
  const person = step.cause.kind === 'person' && !merged;
  const by = person ? sourceWords({ kind: 'person', id: step.actor }, view) : sourceWords(step.cause, view);
  const parts = { by, other: step.replacedBy === undefined ? '' : labelWords(step.replacedBy, view) };
  const sentence = sentenceOf(step, lang);
  const whole = sentence ? sentence(parts) : `${printable(step.action)} ${actorWords(step.actor, view)}`;
  return whole + batchWords(step, view);
};
