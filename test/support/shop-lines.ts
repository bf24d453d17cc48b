import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** One line as `replay` reads it; only what the generator itself looks at is typed. */
export interface ShopLine {
  id?: string;
  at: string;
  channel: string;
  customer: { id: string; name?: string; key?: string };
  event?: string;
  [field: string]: unknown;
}

export interface ShopOptions {
  seed: number;
  /** Lines in all, repeats included. */
  lines: number;
  customers: number;
  /** The share of lines that are a redelivery of an earlier one, 0 to 1. */
  repeats?: number;
  /** The days over which the talk goes on. */
  days?: number;
  /** Milliseconds since 1970. */
  from?: number;
}

const DAY = 86_400_000;
/** A redelivery comes at most so many lines later. */
const REPEAT_REACH = 200;

const TOPICAL = [
  '这个多少钱？',
  '麻烦给我们公司报个价，200台',
  '太贵了，别家才一半',
  '能不能便宜点，老客户了',
  '发票抬头怎么填',
  '物流到哪了，三天没动了',
  '质量怎么样，别又坏了',
  '我要投诉',
  '想退货',
  '可以先试用一下吗',
  'could you send me a quote for 50 units?',
  'this is too expensive',
  '先不买了',
  '不用报价了',
];
const PLAIN = [
  '你好，在吗',
  '好的谢谢',
  '嗯嗯',
  '不用了',
  '可以',
  '明天下午可以吗',
  '收到，辛苦了',
  'thanks, talk tomorrow',
  'ok',
  '😀',
  '',
];
const AGENT = [
  '您好，请问有什么可以帮您？',
  '要不要给您报个价？',
  '好的稍等',
  '需要发资料吗',
  '已经帮您登记了',
  'Shall I send you a quote?',
];
const FIELDS = [{ city: '杭州' }, { industry: '教育' }, { company: '知签测试公司' }];

/** Draws an action of one customer; weights out of 100. */
const ACTIONS: readonly (readonly [number, 'message' | 'agent' | 'web' | 'order' | 'visit' | 'profile' | 'edit' | 'recall'])[] = [
  [52, 'message'],
  [22, 'agent'],
  [10, 'web'],
  [6, 'order'],
  [3, 'visit'],
  [1, 'profile'],
  [3, 'edit'],
  [3, 'recall'],
];

const draw = (random: SeededRandom) => {
  let left = random.below(100);
  for (const [weight, action] of ACTIONS) {
    if (left < weight) return action;
    left -= weight;
  }
  return 'message';
};

const words = (random: SeededRandom) => random.pick(random.below(3) === 0 ? TOPICAL : PLAIN);

/**
 * The conversations of a shop, in the order of their time, the same ones for the same seed: words that name a topic and words that
 * do not, agents, orders from another channel that a key joins, edits, recalls, lines without an id, ties in time and redeliveries.
 */
export function shopLines({
  seed,
  lines,
  customers,
  repeats = 0,
  days = 45,
  from = Date.parse('2026-03-01T09:00:00+08:00'),
}: ShopOptions): ShopLine[] {
  const random = seededRandom(seed);
  const fresh = lines - Math.round(lines * repeats);
  const step = (days * DAY) / fresh;
  const said = new Map<number, string[]>();
  const made: ShopLine[] = [];
  let at = from;
  for (let n = 0; n < fresh; n += 1) {
    // Every seventh shares its time with the line before.
    if (random.below(7) > 0) at += random.between(1, Math.floor(step * 2.3));
    const who = random.below(customers);
    const wecom = { channel: 'wecom', conversation: `c${who}`, customer: person(who, random) };
    const time = new Date(at).toISOString();
    const earlier = said.get(who) ?? [];
    const message = { id: `m${n}`, at: time, ...wecom };
    const aim = earlier.length > 0 ? random.pick(earlier) : undefined;
    const action = draw(random);
    if (action === 'order') made.push(order(n, time, who, random));
    else if (action === 'visit') made.push({ ...message, event: 'visit', data: { url: `/p/${random.below(9)}` } });
    else if (action === 'profile') made.push({ ...message, event: 'profile', data: random.pick(FIELDS) });
    else if (action === 'agent')
      made.push({ ...message, from: 'agent', text: random.pick(AGENT), agent: { id: 'a1', name: 'Li' } });
    // No id and no name of its own: told apart by what it says and when.
    else if (action === 'web')
      made.push({ at: time, channel: 'web', customer: { id: `w${who}` }, from: 'customer', text: `${words(random)} #${n}` });
    else if (action === 'edit' && aim) made.push({ ...message, event: 'edit', data: { message: aim, text: words(random) } });
    else if (action === 'recall' && aim) made.push({ ...message, event: 'recall', data: { message: aim } });
    else {
      made.push({ ...message, from: 'customer', text: words(random), ...(random.below(25) === 0 ? { forwarded: true } : {}) });
      said.set(who, [...earlier, message.id]);
    }
  }
  return withRepeats(made, lines - fresh, random);
}

/** Every third customer is met in the shop too, under a key that joins both. */
const joined = (who: number) => who % 3 === 0;

const person = (who: number, random: SeededRandom): ShopLine['customer'] => ({
  id: `u${who}`,
  ...(random.below(4) === 0 ? { name: `客户${who}` } : {}),
  ...(joined(who) && random.below(5) === 0 ? { key: `key-${who}` } : {}),
});

const order = (n: number, at: string, who: number, random: SeededRandom): ShopLine => ({
  id: `o${n}`,
  at,
  channel: 'shop',
  customer: { id: `s${who}`, ...(joined(who) ? { key: `key-${who}` } : {}) },
  event: 'order',
  data: { order: `O${n}`, amount: random.between(10, 9000), currency: 'CNY', product: 'A产品' },
});

/** Redelivers lines that have an id, each once, some way behind the first delivery. */
function withRepeats(made: readonly ShopLine[], count: number, random: SeededRandom): ShopLine[] {
  const places = made.flatMap((line, place) => (line.id === undefined ? [] : [place]));
  const behind = new Map<number, ShopLine[]>();
  for (let n = 0; n < count && places.length > 0; n += 1) {
    const [place = 0] = places.splice(random.below(places.length), 1);
    const after = Math.min(made.length - 1, place + random.below(REPEAT_REACH));
    behind.set(after, [...(behind.get(after) ?? []), made[place] as ShopLine]);
  }
  return made.flatMap((line, place) => [line, ...(behind.get(place) ?? [])]);
}

/** The lines without redeliveries. */
export function withoutRepeats(lines: readonly ShopLine[]): ShopLine[] {
  const seen = new Set<string>();
  return lines.filter(({ id, channel }) => {
    if (id === undefined) return true;
    const key = `${channel}/${id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The lines as they arrive over a bad connection: each up to `most` milliseconds late. */
export function arrivingLate(lines: readonly ShopLine[], most: number, seed: number): ShopLine[] {
  const random = seededRandom(seed);
  return lines
    .map((line) => ({ line, arrives: Date.parse(line.at) + random.below(most) }))
    .sort((a, b) => a.arrives - b.arrives)
    .map(({ line }) => line);
}

/** Lines as the text of a file. */
export const linesText = (lines: readonly (ShopLine | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
