import type { FactAnswer } from '../../domain/answers.ts';
import type { Both, Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { moneyWords } from './render-quotes.ts';

const EVENTS: Record<string, Both> = {
  form: { zh: '填写表单', en: 'form' },
  group_join: { zh: '进群', en: 'joined a group' },
  order: { zh: '订单', en: 'order' },
  order_cancelled: { zh: '取消订单', en: 'order cancelled' },
  payment: { zh: '付款', en: 'payment' },
  profile: { zh: '资料', en: 'profile' },
  quote: { zh: '报价', en: 'quote' },
  quote_answered: { zh: '答复报价', en: 'quote answered' },
  quote_withdrawn: { zh: '撤回报价', en: 'quote withdrawn' },
  rating: { zh: '评分', en: 'rating' },
  recall: { zh: '撤回消息', en: 'message recalled' },
  referral: { zh: '转介绍', en: 'referral' },
  refund: { zh: '退款', en: 'refund' },
  visit: { zh: '访问网页', en: 'page visit' },
};

/** What happened, in words: 付款 · 订单 O1 · CNY 5,000.00 · A产品 X1. */
export const factWords = ({ event, order, quote, amount, currency, product, model }: FactAnswer, lang: Lang): string => {
  const named = (kind: string, id: string | undefined) =>
    id === undefined || event === kind ? id : `${EVENTS[kind]?.[lang]} ${id}`;
  const money =
    typeof amount === 'number' && /^[A-Z]{3}$/.test(currency ?? '') ? moneyWords(amount, currency ?? null) : undefined;
  const what = [product, model].filter((one) => one !== undefined).join(' ');
  return [EVENTS[event]?.[lang] ?? event, named('order', order), named('quote', quote), money, what]
    .flatMap((part) => (part === undefined || part === '' ? [] : [printable(String(part))]))
    .join(' · ');
};
