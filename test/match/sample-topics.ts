import type { Topic } from '../../src/match/topics.ts';

const topic = (id: string, phrases: string, options: { demand?: boolean; hits?: number } = {}): Topic => ({
  id,
  tags: [id],
  needs: { hits: options.hits ?? 1, days: 7 },
  demand: options.demand ?? true,
  version: `${id}-1`,
  phrases: phrases.split('|'),
});

/** A few topics of a shop with plain phrases, so that what is tested is the stance and not the packs. */
export const sampleTopics: Topic[] = [
  topic('request_quote', '报价|报个价|报价单|报一下价|a quote|quote please|quotation|quote for'),
  topic('ask_price', '多少钱|什么价|价格|how much|price'),
  topic('ask_material', '资料|目录|catalog|brochure'),
  topic('purchase', '下单|想买|购买|place an order|buy'),
  topic('invoice', '发票|开票|invoice'),
  topic('trial_demo', '试用|演示|demo|free trial'),
  topic('contract', '合同|contract'),
  topic('bargain', '便宜点|优惠|折扣|discount'),
  topic('urgent', '急|尽快|asap|urgent'),
  topic('price_sensitive', '贵|expensive|pricey', { hits: 2 }),
  topic('interest_a', 'A产品|Product A', { hits: 2 }),
  topic('refund', '退货|退款|refund|return it', { demand: false }),
  topic('shipping', '发货|物流|没收到|没到货|到货|shipped|delivery|arrived', { demand: false }),
  topic('complaint', '投诉|差评|complaint|complain', { demand: false }),
  topic('dissatisfied', '不满意|失望|disappointed|not happy', { demand: false }),
  topic('repair', '维修|坏了|broken|repair', { demand: false }),
];
