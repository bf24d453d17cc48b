import type { About, Teller } from './teller.ts';
import { answersOld, buys, quotes, takesBack } from './trade.ts';

/** Minutes. */
const DAY = 24 * 60;

/** One thing that customers and the shop have to do with each other; `weight` is how often. */
interface Scene {
  weight: number;
  /** Whether it can happen with this customer now; absent: always. */
  when?: (t: Teller) => boolean;
  tell: (t: Teller) => void;
}

const greets = (t: Teller) => {
  if (t.random.below(2) === 0) return;
  t.says('greet');
  if (t.random.below(3) > 0) t.staff('hello');
};

/** They bring something up, we answer, they end the talk one way or another. */
const talks =
  (...abouts: About[]) =>
  (t: Teller) => {
    greets(t);
    t.says(t.random.pick(abouts));
    if (t.random.below(6) > 0) t.staff('answer');
    if (t.random.below(3) === 0) t.says(t.random.pick(abouts));
    if (t.random.below(2) === 0) t.says('thanks');
    if (t.random.below(3) === 0) t.staff('bye');
  };

const bought = ({ one }: Teller) => one.orders.length > 0;
const canTakeBack = ({ one }: Teller) => one.said.length > 0;

const visits = (t: Teller) => {
  for (let page = t.random.between(1, 4); page > 0; page -= 1) {
    t.happens('visit', { url: `https://shop.example/p/${t.random.below(12)}`, product: t.one.product });
  }
  if (t.random.below(4) === 0) t.says('ask_price');
};

const answersOffer = (t: Teller) => {
  greets(t);
  t.says('ask_price');
  t.staff('offer');
  t.says(t.random.pick(['yes', 'yes', 'no', 'defer'] as const));
};

const wantsQuote = (t: Teller) => {
  greets(t);
  t.says(t.random.below(4) === 0 ? 'budget' : 'request_quote');
  t.staff('answer');
  if (t.random.below(4) > 0) quotes(t);
};

const complains = (t: Teller) => {
  t.says('complaint');
  if (t.random.below(2) === 0) t.says('dissatisfied');
  t.staff('sorry');
  if (t.random.below(3) === 0) t.happens('rating', { score: t.random.between(1, 2) });
};

const rates = (t: Teller) => {
  t.happens('rating', { score: t.random.pick([1, 2, 3, 4, 5, 5, 5]) });
  if (t.random.below(2) === 0) t.says(t.random.below(4) === 0 ? 'dissatisfied' : 'satisfied');
};

const recalls = (t: Teller) => {
  t.happens('recall', { message: t.one.said.at(-1) });
};

const edits = (t: Teller) => {
  t.happens('edit', {
    message: t.one.said.at(-1),
    text: t.words(t.random.pick(['ask_price', 'chat', 'refuse', 'request_quote'])),
  });
};

const broadcast = (t: Teller) => {
  t.staff('care');
  t.wait(5, 3 * DAY);
  if (t.random.below(4) === 0) t.says(t.random.pick(['back', 'thanks', 'refuse', 'ask_price']));
};

const decides = (t: Teller) => {
  t.says('purchase');
  buys(t);
};

const refers = (t: Teller) => {
  t.says('refer');
  t.happens('referral', { customer: `u${t.random.below(t.one.who + 1)}` });
};

const joins = (t: Teller) => {
  t.happens('group_join', { group: t.random.pick(['新品群', '老客户群']) });
  t.says('chat');
};

const fillsForm = (t: Teller) => {
  t.happens('form', { name: '联系我们', topic: t.one.product });
  t.staff('hello');
};

const sendsPicture = (t: Teller) => {
  t.sends();
  t.says('chat');
};

const PRICES = ['ask_price', 'ask_price', 'bargain', 'price_sensitive', 'compare', 'quality'] as const;

export const SCENES: readonly Scene[] = [
  { weight: 14, tell: talks('chat', 'thanks', 'defer', 'about_me') },
  { weight: 14, tell: talks(...PRICES) },
  { weight: 6, tell: talks('ask_material', 'trial_demo', 'partner', 'tech_support') },
  { weight: 3, tell: talks('urgent', 'complex', 'contract', 'payment', 'budget') },
  { weight: 7, tell: answersOffer },
  { weight: 9, tell: wantsQuote },
  { weight: 3, tell: talks('refuse', 'defer') },
  { weight: 12, tell: visits },
  { weight: 8, tell: decides },
  { weight: 8, when: bought, tell: (t) => buys(t) },
  { weight: 8, when: bought, tell: talks('shipping', 'invoice', 'repair', 'renew', 'payment') },
  { weight: 4, when: bought, tell: takesBack },
  { weight: 6, when: bought, tell: rates },
  { weight: 3, when: bought, tell: complains },
  { weight: 3, when: ({ one }) => one.quotes.length > 0, tell: answersOld },
  { weight: 2, when: canTakeBack, tell: recalls },
  { weight: 2, when: canTakeBack, tell: edits },
  { weight: 2, when: bought, tell: refers },
  { weight: 2, tell: joins },
  { weight: 3, tell: (t) => t.happens('profile', t.one.fields) },
  { weight: 2, tell: fillsForm },
  { weight: 1, tell: (t) => t.happens('custom', { name: '参加直播', minutes: t.random.between(1, 90) }) },
  { weight: 4, tell: sendsPicture },
  { weight: 2, tell: (t) => t.says('ask_price', { forwarded: true }) },
  { weight: 2, tell: (t) => t.says('yes', { quote: t.words('request_quote') }) },
  { weight: 7, tell: broadcast },
];
