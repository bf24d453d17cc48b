import { nameKey } from '../domain/tag-name.ts';

export type FactName = 'spend' | 'totalSpend' | 'orders' | 'interactions' | 'silence' | 'lastContact' | 'lastPurchase';

/** What a number of a fact counts. */
export type Measure = 'money' | 'orders' | 'times' | 'days';

interface FactForm {
  measure: Measure;
  zh: string;
  en: string;
  others: string[];
}

/** The facts that a query can compare, and how they are called. */
export const FACTS: Readonly<Record<FactName, FactForm>> = {
  spend: { measure: 'money', zh: '消费', en: 'spend', others: ['年消费'] },
  totalSpend: { measure: 'money', zh: '总消费', en: 'totalspend', others: ['累计消费'] },
  orders: { measure: 'orders', zh: '订单数', en: 'orders', others: ['订单'] },
  interactions: { measure: 'times', zh: '互动', en: 'interactions', others: ['互动次数', '互动数'] },
  // The tag's own names too: 静默>30天 is the computed silence, tag or not (semantics 7).
  silence: { measure: 'days', zh: '静默', en: 'silence', others: ['silent', '静默客户', '长期静默'] },
  lastContact: { measure: 'days', zh: '最近联系', en: 'lastcontact', others: ['上次联系'] },
  // Of those who never bought, no comparison holds.
  lastPurchase: { measure: 'days', zh: '购买日期', en: 'lastpurchase', others: ['最近购买', '上次购买', 'lastPurchaseAt'] },
};

const byKey = new Map(
  (Object.entries(FACTS) as [FactName, FactForm][]).flatMap(([fact, { zh, en, others }]) =>
    [zh, en, ...others].map((word) => [nameKey(word), fact] as const),
  ),
);

/** The fact that a word names; never one in quotes, which names a tag. */
export const factNamed = (word: string): FactName | undefined => byKey.get(nameKey(word));
