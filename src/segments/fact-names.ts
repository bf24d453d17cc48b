import type { Facts } from '../domain/customer.ts';
import { nameKey } from '../domain/tag-name.ts';

export type FactName =
  | 'spend'
  | 'totalSpend'
  | 'averageOrder'
  | 'orders'
  | 'interactions'
  | 'referrals'
  | 'complaints'
  | 'silence'
  | 'lastContact'
  | 'lastPurchase'
  | 'created'
  | 'birthYear';

/** What a number of a fact counts. */
export type Measure = 'money' | 'orders' | 'times' | 'days' | 'year';

interface FactForm {
  /** Days are counted from the instant in the field. */
  measure: Measure;
  field: Exclude<keyof Facts, 'profile'>;
  zh: string;
  en: string;
  others: string[];
}

/** The facts that a query can compare, and how they are called. */
export const FACTS: Readonly<Record<FactName, FactForm>> = {
  spend: { measure: 'money', field: 'spend', zh: '消费', en: 'spend', others: ['年消费'] },
  totalSpend: { measure: 'money', field: 'totalSpend', zh: '总消费', en: 'totalspend', others: ['累计消费'] },
  averageOrder: { measure: 'money', field: 'averageOrder', zh: '客单价', en: 'averageorder', others: ['平均订单', 'aov'] },
  orders: { measure: 'orders', field: 'orders', zh: '订单数', en: 'orders', others: ['订单'] },
  interactions: { measure: 'times', field: 'interactions', zh: '互动', en: 'interactions', others: ['互动次数', '互动数'] },
  referrals: { measure: 'times', field: 'referrals', zh: '推荐次数', en: 'referrals', others: ['介绍次数'] },
  complaints: { measure: 'times', field: 'complaints', zh: '投诉次数', en: 'complaints', others: [] },
  // The tag's own names too: 静默>30天 is the computed silence, tag or not (semantics 7).
  silence: { measure: 'days', field: 'silentSince', zh: '静默', en: 'silence', others: ['silent', '静默客户', '长期静默'] },
  lastContact: { measure: 'days', field: 'contactAt', zh: '最近联系', en: 'lastcontact', others: ['上次联系'] },
  // Of those who never bought, no comparison holds.
  lastPurchase: {
    measure: 'days',
    field: 'lastPurchaseAt',
    zh: '购买日期',
    en: 'lastpurchase',
    others: ['最近购买', '上次购买', 'lastPurchaseAt'],
  },
  created: {
    measure: 'days',
    field: 'createdAt',
    zh: '建档',
    en: 'created',
    others: ['创建', '认识', '入库', '首次联系', 'firstcontact'],
  },
  // Of those whose year nobody knows, no comparison holds.
  birthYear: { measure: 'year', field: 'birthYear', zh: '出生年份', en: 'birthyear', others: ['生年', 'birth_year'] },
};

const byKey = new Map(
  (Object.entries(FACTS) as [FactName, FactForm][]).flatMap(([fact, { zh, en, others }]) =>
    [zh, en, ...others].map((word) => [nameKey(word), fact] as const),
  ),
);

/** The fact that a word names; never one in quotes, which names a tag. */
export const factNamed = (word: string): FactName | undefined => byKey.get(nameKey(word));
