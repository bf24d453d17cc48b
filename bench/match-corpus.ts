import { normalise } from '../src/match/normalise.ts';
import { phraseKey } from '../src/match/phrase-key.ts';
import { closeUp } from '../src/match/white-space.ts';

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WISHES_ZH =
  '报价 报价单 退货 退款 换货 发货 物流 快递单号 运费 包邮 优惠券 打折 多少钱 便宜点 付款 转账 分期 发票 开票 订单 取消订单 改地址 收货地址 人工 客服电话 投诉 差评 破损 少发 发错货 尺码 色差 库存 有货吗 补货 会员 积分 充值 余额 密码 登录不了 验证码 注册 安装 升级 闪退 打不开 教程 说明书 保修 维修 售后 正品 代理 加盟 批发 团购 合作 赠品 活动 预约 试用 演示 课程 合同 盖章 账期 样品 交期 现货 加急 尽快 上门 自提 签收 没收到 过敏 成分 保质期 充电 屏幕 电池 型号 规格 参数 目录 资料 定制 起订量 出口 报关 对公 税点 续费 贵';
const WISHES_EN =
  'quote|quotation|refund|exchange|shipping fee|delivery|tracking number|discount|coupon|price list|how much|invoice|receipt|payment failed|cancel order|change address|human agent|complaint|damaged|wrong item|size chart|out of stock|restock|membership|points|password|log in|sign up|download|install|update|crash|user manual|warranty|repair|wholesale|bulk order|partner|free trial|demo|subscription|renew|contract|sample|lead time|moq|express|ingredients|battery|charger|screen|catalog|datasheet|custom logo|customs|bank transfer';
const ADJECTIVES =
  'new old red blue black white mini pro max ultra smart wireless leather cotton large small premium organic fresh annual global local gift summer winter kids home office outdoor travel digital classic limited vintage portable foldable waterproof electric manual heavy light bright soft';
const NOUNS =
  'case laptop bag shoes shirt jacket watch camera headset speaker keyboard mouse monitor tablet cable adapter sofa chair desk lamp mattress pillow kettle blender oven fridge washer filter fan heater cream serum shampoo perfume coffee tea wine cake ticket hotel flight insurance loan policy account parcel voucher bundle license plugin report campaign';
const VERBS =
  'buy sell repair replace upgrade configure connect delete track ship extend activate unlock compare schedule book reserve change check';
const ACTS = '价格 怎么卖 批发 代理 优惠 教程 质量 型号 报价 安装 维修 售后 推荐 评价 配送';
const FRAMES_ZH = [
  '{k}怎么弄',
  '我想{k}',
  '{k}多久能好',
  '这个{w}有{k}吗',
  '{w}{w}的{k}是多少',
  '买的{w}想{k}，{w}{w}',
  '为什么{k}还没{w}',
  '{k}可以{w}吗',
  '{w}了能{k}吗',
  '{k}和{k}有啥区别',
  '昨天{w}的{w}，现在{k}',
  '{k}？',
  '帮我看下{k}',
  '{w}的{w}是不是{k}',
  '{w}{w}{w}，{w}{w}',
];
const FRAMES_EN = [
  'how do i {k}',
  'i want to {v} my {n}',
  'where is my {n}',
  'can i {v} the {a} {n}',
  'do you have {a} {n} in stock',
  'my {n} is broken, need a {k}',
  'hi, {k} please',
  'what is the {k} for {n}',
  'the {n} i ordered has not arrived, {k}?',
  'please help me {v} the {n}',
];

const AIR = [' ', '  ', '\u3000', '\u00a0', '\t', '\n', ' \n'];

/** The 3 755 commonest Chinese characters: level 1 of GB 2312, which every Node decodes. */
function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
}

/**
 * Picks an index below `count`, small ones far more often: rank r with weight (r + shift)^-1.25. With a shift of 60 the commonest 1 500 of
 * 90 000 words make two thirds of a text and the commonest 10 000 most of the rest, which is how words of a language fall off.
 */
function zipf(random: () => number, count: number, shift: number): number {
  const last = ((count + shift) / shift) ** -0.25;
  return Math.min(count - 1, Math.floor(shift * (1 - random() * (1 - last)) ** -4 - shift));
}

/**
 * Seeded dictionaries, nested 100 ⊂ 1 000 ⊂ 10 000 ⊂ 100 000, and messages, raw and folded: normalised and closed up. Peers are given the folded
 * ones, so that they find what we find, and the work of it for nothing.
 */
export function buildCorpus(options: { seed: number; messages: number; phrases: number }) {
  const random = seeded(options.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const shuffle = <T>(list: T[]): T[] => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  };
  const characters = shuffle(commonCharacters());
  const character = () => characters[zipf(random, characters.length, 200)] as string;
  const wordSet = new Set<string>();
  while (wordSet.size < 90_000) {
    const length = random() < 0.72 ? 2 : random() < 0.5 ? 3 : 4;
    wordSet.add(Array.from({ length }, character).join(''));
  }
  const words = [...wordSet];
  const word = () =>
    random() < 0.35 ? (characters[zipf(random, 400, 20)] as string) : (words[zipf(random, words.length, 60)] as string);
  const [wishesZh, wishesEn] = [WISHES_ZH.split(' '), WISHES_EN.split('|')];
  const [adjectives, nouns, verbs, acts] = [ADJECTIVES.split(' '), NOUNS.split(' '), VERBS.split(' '), ACTS.split(' ')];

  const phrases = new Set<string>(shuffle([...wishesZh.slice(0, 75), ...wishesEn.slice(0, 25)]));
  for (const wish of shuffle([...wishesZh, ...wishesEn])) phrases.add(wish);
  // The 1 500 commonest words are what 的 and 我们 are in real text: nobody makes keywords of them.
  const content = shuffle(words.slice(1500));
  while (phrases.size < options.phrases) {
    const kind = random();
    if (kind < 0.62 && content.length > 0) phrases.add(content.pop() as string);
    else if (kind < 0.85) phrases.add(pick(words.slice(1500, 4000)) + pick(acts));
    else if (kind < 0.91) phrases.add(`${pick(adjectives)} ${pick(nouns)}`);
    else if (kind < 0.97) phrases.add(`${pick(verbs)} ${pick(adjectives)} ${pick(nouns)}`);
    else phrases.add(`${pick(adjectives).slice(0, 3)}-${Math.floor(random() * 9000)}`);
  }

  // Customers also say what only the larger dictionaries know.
  const wishPool = [...wishesZh, ...[...phrases].slice(200, 500).filter((phrase) => /^\p{Script=Han}+$/u.test(phrase))];
  const fill = (frame: string, wish: () => string) =>
    frame.replace(/\{(\w)\}/g, (_, slot) => {
      if (slot === 'k') return wish();
      if (slot === 'w') return word();
      return pick(slot === 'n' ? nouns : slot === 'v' ? verbs : adjectives);
    });
  const zh = () =>
    fill(pick(FRAMES_ZH), () => pick(wishPool)) +
    (random() < 0.5 ? word() + word() + word() : '') +
    pick(['', '', '？', '。', '谢谢', '😂', '～']);
  const en = () => fill(pick(FRAMES_EN), () => pick(wishesEn)) + pick(['', '', '?', '!', ' thx']);
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const message = (): string => {
    const kind = random();
    if (kind < 0.7) return zh();
    if (kind < 0.83)
      return `${zh()} ${pick(['iPhone 15', 'Pro Max', 'VIP', 'WiFi', 'Type-C', `No.${Math.floor(random() * 99999)}`, 'XL'])} ${word()}`;
    if (kind < 0.95) return random() < 0.3 ? en().replace(/^./, (c) => c.toUpperCase()) : en();
    return wide(zh() + pick(['VIP', 'A1', 'OK!']));
  };
  // Every fiftieth is typed with air somewhere, by random numbers of its own, so that the other messages are as they always were.
  const airRandom = seeded(options.seed + 1);
  const air = (text: string, m: number): string => {
    if (m % 50 !== 0) return text;
    const at = Math.floor(airRandom() * text.length);
    return text.slice(0, at) + AIR[Math.floor(airRandom() * AIR.length)] + text.slice(at);
  };
  // Strings out of JSON are flat, as a webhook's are; glued ones would slow every contender alike.
  const raw: string[] = JSON.parse(JSON.stringify(Array.from({ length: options.messages }, (_, m) => air(message(), m))));
  const folded: string[] = JSON.parse(JSON.stringify(raw.map((text) => closeUp(normalise(text).text))));
  return { phrases: [...new Set([...phrases].map(phraseKey))], raw, folded };
}
