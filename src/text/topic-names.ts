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

/** What the shipped rules call the tasks that they make. */
export const taskTitles: Record<string, Both> = {
  complex_needs_task: {
    zh: '客户需求复杂，请技术支持一起跟进',
    en: 'Complex needs: help from tech support',
  },
  stale_quote: { zh: '催单：报价超过 3 天没有回音', en: 'Chase: quote unanswered for over 3 days' },
};

/** What the shipped rules are called in answers. */
export const ruleNames: Record<string, Both> = {
  bought_model: { zh: '买过的型号', en: 'bought this model' },
  buys_never: { zh: '从未购买', en: 'has not bought' },
  buys_often: { zh: '经常购买', en: 'buys often' },
  buys_sometimes: { zh: '偶尔购买', en: 'buys sometimes' },
  complex_needs_task: { zh: '复杂需求转技术', en: 'complex needs go to the technical team' },
  first_reply: { zh: '首次回复', en: 'first reply' },
  high_value: { zh: '年消费', en: 'spending in a year' },
  highly_active: { zh: '高活跃', en: 'highly active' },
  inactive: { zh: '非活跃', en: 'inactive' },
  intent_high: { zh: '强需求', en: 'strong demand' },
  less_active: { zh: '低活跃', en: 'less active' },
  low_rating: { zh: '低评分', en: 'low rating' },
  loyal: { zh: '忠诚客户', en: 'loyal customer' },
  needs_said: { zh: '说明需求', en: 'needs said' },
  paid: { zh: '付款', en: 'payment' },
  paid_again: { zh: '再次付款', en: 'paid again' },
  product_visit: { zh: '访问产品页', en: 'visited the product’s page' },
  quoted: { zh: '报价', en: 'quote given' },
  referrer: { zh: '推荐', en: 'referral' },
  second_order: { zh: '第二单', en: 'second order' },
  silence: { zh: '静默', en: 'silence' },
  stale_quote: { zh: '报价超时', en: 'stale quote' },
  website_visit: { zh: '访问官网', en: 'visited the website' },
};
