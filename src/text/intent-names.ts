import type { Both } from './lang.ts';

/** What the shipped intents are called in answers; one of somebody's own is called by its id. */
export const intentNames: Record<string, Both> = {
  ask_material: { zh: '要资料', en: 'asks for material' },
  ask_price: { zh: '询价', en: 'asks the price' },
  bargain: { zh: '砍价', en: 'bargains' },
  book_demo: { zh: '约演示', en: 'books a demo' },
  budget: { zh: '预算', en: 'budget' },
  cancel: { zh: '取消', en: 'cancels' },
  compare_competitor: { zh: '比较同行', en: 'compares competitors' },
  complaint: { zh: '投诉', en: 'complains' },
  contract: { zh: '合同', en: 'contract' },
  defer: { zh: '推迟', en: 'puts off' },
  exchange: { zh: '换货', en: 'exchange' },
  feature_request: { zh: '提建议', en: 'asks for a feature' },
  greeting: { zh: '问候', en: 'greets' },
  how_to: { zh: '问用法', en: 'asks how to' },
  human_agent: { zh: '找人工', en: 'wants a person' },
  invoice: { zh: '发票', en: 'invoice' },
  not_interested: { zh: '不感兴趣', en: 'not interested' },
  other: { zh: '其他', en: 'other' },
  partnership: { zh: '合作', en: 'partnership' },
  payment: { zh: '付款', en: 'payment' },
  price_objection: { zh: '嫌贵', en: 'finds it dear' },
  purchase: { zh: '下单', en: 'orders' },
  referral: { zh: '推荐转介绍', en: 'refers others' },
  refund: { zh: '退款退货', en: 'refund or return' },
  renew: { zh: '续费', en: 'renews' },
  request_quote: { zh: '要报价', en: 'asks for a quote' },
  request_trial: { zh: '要试用', en: 'asks for a trial' },
  shipping_status: { zh: '问物流', en: 'asks where it is' },
  tech_support: { zh: '技术支持', en: 'technical support' },
  thanks: { zh: '道谢', en: 'thanks' },
  urgent: { zh: '紧急', en: 'urgent' },
};

/** An intent by its name in the reader's language. */
export const intentWords = (id: string, lang: 'zh' | 'en'): string => intentNames[id]?.[lang] ?? id;
