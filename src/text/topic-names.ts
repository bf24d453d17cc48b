import type { Both } from './lang.ts';

/** What the shipped topics are called in answers; a topic of somebody's own pack is called by its id. */
export const topicNames: Record<string, Both> = {
  ask_material: { zh: '要资料', en: 'asks for material' },
  ask_price: { zh: '询价', en: 'asks the price' },
  bargain: { zh: '砍价', en: 'bargains' },
  budget: { zh: '预算', en: 'budget' },
  compare: { zh: '竞品对比', en: 'compares competitors' },
  complaint: { zh: '投诉', en: 'complains' },
  complex_needs: { zh: '需求复杂', en: 'complex needs' },
  contract: { zh: '合同', en: 'contract' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  invoice: { zh: '发票', en: 'invoice' },
  partnership: { zh: '合作', en: 'partnership' },
  payment: { zh: '付款', en: 'payment' },
  price_sensitive: { zh: '嫌贵', en: 'finds it dear' },
  purchase: { zh: '下单', en: 'orders' },
  quality: { zh: '质量要求', en: 'quality' },
  referral: { zh: '推荐转介绍', en: 'refers others' },
  refund: { zh: '退款退货', en: 'refund or return' },
  renew: { zh: '续费', en: 'renews' },
  repair: { zh: '售后维修', en: 'repair' },
  request_quote: { zh: '要报价', en: 'asks for a quote' },
  shipping: { zh: '物流', en: 'shipping' },
  tech_support: { zh: '技术支持', en: 'technical support' },
  trial_demo: { zh: '试用演示', en: 'trial or demo' },
  urgent: { zh: '紧急', en: 'urgent' },
};

/** What the shipped rules are called in answers. */
export const ruleNames: Record<string, Both> = {
  silence: { zh: '静默', en: 'silence' },
};
