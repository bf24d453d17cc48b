import type { Example } from '../../src/intents/example.ts';

const ASKS: Record<string, string[]> = {
  price: [
    '这个多少钱',
    '报个价吧',
    '什么价格',
    '价格怎么算',
    'how much is it',
    'what does this cost',
    '多钱一个',
    'price please',
    '一套几多钱',
    '单价多少',
  ],
  refund: [
    '我要退款',
    '钱什么时候退给我',
    '申请退货',
    '不想要了退钱',
    'I want my money back',
    'refund please',
    '怎么退货',
    '能退吗',
    '退款到账了没',
    '退货地址发我',
  ],
  shipping: [
    '发货了吗',
    '快递到哪了',
    '什么时候能到',
    '物流怎么不动',
    'where is my parcel',
    'has it shipped yet',
    '几天到货',
    '单号发我',
    '还没收到货',
    '今天能发吗',
  ],
};

/** Thirty messages of a shop, three intents. */
export const asks: Example[] = Object.entries(ASKS).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
