import type { SeededRandom } from '../../test/support/seeded-random.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '磊',
  '洋',
  '艳',
  '勇',
  '军',
  '杰',
  '娟',
  '涛',
  '超',
  '秀兰',
  '晓明',
  '子涵',
  '雨欣',
];
const TITLES = ['总', '姐', '先生', '女士', '老师', '经理', ''];
const ENGLISH = ['Mia', 'Tom', 'Priya', 'Ken', 'Sofia', 'Omar', 'Grace', 'Liam', 'Hana', 'Victor'];
const PRODUCTS = ['A产品', 'B产品', '打印机', '投影仪', '扫码枪', '路由器', '办公椅', '标签纸', '会议平板', '考勤机'];
const FIELDS = [
  { city: '杭州', industry: '教育' },
  { city: '深圳', industry: '零售' },
  { industry: 'IT', size: '10-99人' },
  { industry: '医疗', job: '采购' },
  { city: '成都', company: '蜀香餐饮' },
  { phone: '13800001234' },
  { sex: '女', birthYear: 1988 },
  { loyalty: '银卡' },
  { note: '只在下午回消息' },
] as const;

/** One who talks with the shop, and what has become of it so far. */
export interface Person {
  who: number;
  lang: 'zh' | 'en';
  channel: 'wecom' | 'wechat' | 'web' | 'slack';
  name: string;
  agent: { id: string; name: string };
  product: string;
  fields: Record<string, unknown>;
  /** Shows the key that joins both channels only once the shop's own system knows them. */
  shy: boolean;
  scenes: number;
  lastAt: number;
  /** Words that a recall or an edit can be about. */
  said: string[];
  orders: { id: string; amount: number; paid: boolean; closed: boolean }[];
  quotes: { id: string; amount: number; owner: string }[];
  inShop: boolean;
  keyShown: boolean;
}

const AGENTS = [
  { id: 'li', name: 'Li' },
  { id: 'zhao', name: '赵敏' },
  { id: 'chen', name: '小陈' },
  { id: 'wu', name: '吴迪' },
] as const;

const channelFor = (lang: Person['lang'], random: SeededRandom): Person['channel'] => {
  if (lang === 'en') return random.below(2) === 0 ? 'slack' : 'web';
  const draw = random.below(10);
  return draw < 6 ? 'wecom' : draw < 9 ? 'wechat' : 'web';
};

/** A customer of the shop before their first word. */
export const person = (who: number, random: SeededRandom): Person => {
  const lang = random.below(8) === 0 ? 'en' : 'zh';
  const chinese = `${random.pick(SURNAMES)}${random.below(2) === 0 ? random.pick(GIVEN) : random.pick(TITLES)}`;
  return {
    ...{ who, lang, channel: channelFor(lang, random), name: lang === 'en' ? random.pick(ENGLISH) : chinese },
    ...{ agent: { ...random.pick(AGENTS) }, product: random.pick(PRODUCTS), fields: random.pick(FIELDS) },
    ...{ shy: random.below(10) === 0, scenes: 0, lastAt: 0, said: [], orders: [], quotes: [], inShop: false, keyShown: false },
  };
};
