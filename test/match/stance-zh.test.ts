import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/match/matcher.ts';
import { sampleTopics } from './sample-topics.ts';
import { stanceRows, told } from './stance-rows.ts';

const matcher = createMatcher(sampleTopics);

/** text | mentions: + counts, - does not | stance | demand taken back */
const table = `
给我们报个价吧                       | +request_quote                | want     |
我要报价                             | +request_quote                | want     |
麻烦发一份报价单                     | +request_quote                | want     |
你好，能给我报个价吗                 | +request_quote                | want     |
报价                                 | +request_quote                | want     |
请问有报价单吗                       | +request_quote                | ask      |
可不可以退货                         | +refund                       | ask      |
可以退货吗                           | +refund                       | ask      |
能不能便宜点                         | +bargain                      | ask      |
能不能开发票                         | +invoice                      | ask      |
有没有优惠                           | +bargain                      | ask      |
有没有资料                           | +ask_material                 | ask      |
是不是可以试用                       | +trial_demo                   | ask      |
没有优惠吗？                         | +bargain                      | ask      |
不能便宜点吗                         | +bargain                      | ask      |
不可以退款吗                         | +refund                       | ask      |
不能试用吗？                         | +trial_demo                   | ask      |
这个多少钱？                         | +ask_price                    | ask      |
贵不贵                               | +price_sensitive +price_sensitive | ask      |
不知道怎么下单                       | +purchase                     | ask      |
不清楚价格是多少                     | +ask_price                    | ask      |
不会用，有没有资料                   | +ask_material                 | ask      |
为什么不给我们报个价                 | +request_quote                | want     |
为什么不给我报价？                   | +request_quote                | want     |
怎么还不给我报价                     | +request_quote                | want     |
怎么还没给我报价单                   | +request_quote                | want     |
何不先试用一下                       | +trial_demo                   | want     |
不是不想要报价                       | +request_quote                | want     |
不是不想下单                         | +purchase                     | want     |
不得不投诉你们了                     | +complaint                    | complain |
非退货不可                           | +refund                       | none     |
你们不能不开发票                     | +invoice                      | want     |
还没发货                             | +shipping                     | complain |
怎么还没发货                         | +shipping                     | complain |
到现在还没收到货                     | +shipping                     | complain |
一直没收到                           | +shipping                     | complain |
货还没到货吗                         | +shipping                     | complain |
还没给我开发票                       | +invoice                      | complain |
还没退款                             | +refund                       | complain |
没人给我维修                         | +repair                       | complain |
我要投诉                             | +complaint                    | complain |
太失望了                             | +dissatisfied                 | complain |
东西坏了，我要退货                   | +repair +refund               | complain |
质量不好我要退货                     | +refund                       | want     |
东西不行，退款                       | +refund                       | none     |
不错，给我报个价                     | +request_quote                | want     |
没问题，发合同吧                     | +contract                     | want     |
不好意思，请问多少钱                 | +ask_price                    | ask      |
不客气，报价单收到了                 | -request_quote                | none     |
你们家不错给我报个价                 | +request_quote                | want     |
没关系，晚点发货也行                 | +shipping                     | none     |
要不你报个价                         | +request_quote                | want     |
要不然退货吧                         | +refund                       | none     |
不如直接下单                         | +purchase                     | want     |
不仅要报价还要合同                   | +request_quote +contract      | want     |
别忘了开发票                         | +invoice                      | want     |
别人都有优惠                         | +bargain                      | want     |
特别想要报价                         | +request_quote                | want     |
要不要报价                           | +request_quote                | ask      |
要不要给您报个价?                    | +request_quote                | ask      |
太贵了                               | +price_sensitive              | none     |
不贵                                 | -price_sensitive              | none     | price_sensitive
不是很贵                             | -price_sensitive              | none     | price_sensitive
没那么贵                             | -price_sensitive              | none     | price_sensitive
不算贵，我要下单                     | -price_sensitive +purchase    | want     | price_sensitive
不贵我要下单                         | -price_sensitive +purchase    | want     | price_sensitive
急，尽快发货                         | +urgent +urgent +shipping     | want     |
不急                                 | -urgent                       | defer    | urgent
不着急，慢慢来                       | -urgent                       | defer    | urgent
不急的，下周发货就行                 | -urgent +shipping             | defer    | urgent
还没到要报价那一步                   | -request_quote                | defer    | request_quote
算了一下 还是太贵了                  | +price_sensitive              | none     |
不要那个颜色的                        |                               | refuse   |
还没到下单的时候                     | -purchase                     | defer    | purchase
先别报价，我问下老板                 | -request_quote                | defer    | request_quote
先不报价                             | -request_quote                | defer    | request_quote
先不用发资料                         | -ask_material                 | defer    | ask_material
暂时不需要报价                       | -request_quote                | defer    | request_quote
暂时没打算下单                       | -purchase                     | defer    | purchase
报价的事过两天再说                   | -request_quote                | defer    | request_quote
报价再说吧                           | -request_quote                | defer    | request_quote
报价先不急                           | -request_quote -urgent        | defer    | request_quote urgent
发票不急                             | -invoice -urgent              | defer    | invoice urgent
合同我们再考虑考虑                   | -contract                     | defer    | contract
过两天再要报价                       | -request_quote                | defer    | request_quote
等我问下老板再报价                   | -request_quote                | defer    | request_quote
想好了再下单                         | -purchase                     | defer    | purchase
还没想好要不要报价                   | -request_quote                | defer    | request_quote
还没想好要不要下单                   | -purchase                     | defer    | purchase
不确定要不要试用                     | -trial_demo                   | defer    | trial_demo
现在还不需要报价                     | -request_quote                | defer    | request_quote
目前不考虑试用                       | -trial_demo                   | defer    | trial_demo
先不买了                             |                               | defer    | purchase
暂时不买                             |                               | defer    | purchase
再说吧                               |                               | defer    |
过两天再说                           |                               | defer    |
我再考虑一下                         |                               | defer    |
发我报价，我再看看                   | +request_quote                | want     |
给我报价，我考虑一下                 | +request_quote                | want     |
我朋友想要报价                       | -request_quote                | none     |
他们公司要报价                       | -request_quote                | none     |
我同事想买                           | -purchase                     | none     |
我老公要退货                         | -refund                       | none     |
帮我朋友要个报价单                   | +request_quote                | want     |
朋友推荐的，我想要报价               | +request_quote                | want     |
其他的不用，给我报价                 | +request_quote                | want     |
老板，给我报个价                     | +request_quote                | want     |
老板说不用                           |                               | refuse   | *
不要A产品                            | -interest_a                   | refuse   | interest_a
A产品不要了                          | -interest_a                   | refuse   | interest_a
对A产品没兴趣                        | -interest_a                   | refuse   | interest_a
没兴趣买A产品                        | -interest_a                   | refuse   | interest_a
不要A产品，给我报个价                | -interest_a +request_quote    | want     | interest_a
不用报价了                           | -request_quote                | refuse   | request_quote
不用给我报价                         | -request_quote                | refuse   | request_quote
报价不用了                           | -request_quote                | refuse   | request_quote
资料就不用发了                       | -ask_material                 | refuse   | ask_material
不需要发票                           | -invoice                      | refuse   | invoice
发票不需要                           | -invoice                      | refuse   | invoice
别再发资料                           | -ask_material                 | refuse   | ask_material
别给我发报价单了                     | -request_quote                | refuse   | request_quote
不要再给我发任何资料                 | -ask_material                 | refuse   | ask_material
我不想下单了                         | -purchase                     | refuse   | purchase
我没说要报价                         | -request_quote                | refuse   | request_quote
我没让你报价                         | -request_quote                | refuse   | request_quote
没打算试用                           | -trial_demo                   | refuse   | trial_demo
不是要报价，是要退货                 | -request_quote +refund        | refuse   | request_quote
给我报个价，算了不用了               | -request_quote                | refuse   | request_quote
报个价吧。算了，不用了               | -request_quote                | refuse   | request_quote
不用报价了，还是给我报个价吧         | -request_quote +request_quote | want     |
太贵了，不要了                       | +price_sensitive              | refuse   | *
太贵了不买了                         | +price_sensitive              | refuse   | *
我不需要                             |                               | refuse   | *
你们的东西我不需要                   |                               | refuse   | *
已经在别家买了，不用了               |                               | refuse   | *
没有需求                             |                               | refuse   | *
请不要再联系我                       |                               | refuse   | *
能便宜点吗，不行就算了               | +bargain                      | ask      |
不投诉                               | -complaint                    | none     |
不投诉了                             | -complaint                    | none     |
没有投诉                             | -complaint                    | none     |
没有不满意                           | -dissatisfied                 | none     |
没什么不满意的                       | -dissatisfied                 | none     |
不退货了                             | -refund                       | none     |
不想要了退货                         | +refund                       | refuse   | *
不喜欢给我退货吧                     | +refund                       | want     |
先别退货                             | -refund                       | defer    |
不是投诉，就想问下物流               | -complaint +shipping          | ask      |
要是不发货我就投诉                   | +shipping +complaint          | complain |
要報價單                             | +request_quote                | want     |
不用報價了                           | -request_quote                | refuse   | request_quote
為什麼不給我們報個價                 | +request_quote                | want     |
发票已经收到了                       | -invoice                      | none     |
报价我已经看过了                     | -request_quote                | none     |
收到发票了，谢谢                     | -invoice                      | none     |
发票收到了吗                         | +invoice                      | ask      |
发票还没收到                         | +invoice +shipping            | complain |
报价我没看过                         | +request_quote                | want     |
发票收到了，再报个价                 | -invoice +request_quote       | want     |
唔使報價住                           | -request_quote                | refuse   | request_quote
我唔要發票                           | -invoice                      | refuse   | invoice
可唔可以開發票                       | +invoice                      | ask      |
退货就不退了                         | -refund                       | none     |
合同就不签了                         | -contract                     | refuse   | contract
报价——不用了 | -request_quote | refuse | request_quote
报价已经不需要了 | -request_quote | refuse | request_quote
不要！报价 | -request_quote | refuse | request_quote
退款？不用了 | -refund | ask |
退货，不要了 | +refund | refuse | *
报价、合同都不要 | -request_quote -contract | refuse | request_quote contract
你们的报价和发票我都不需要 | -request_quote -invoice | refuse | request_quote invoice
合同跟发票都先不要 | -contract -invoice | defer | contract invoice
合同、发票、报价都要 | +contract +invoice +request_quote | want |
我要报价和合同，发票不要 | +request_quote +contract -invoice | refuse | invoice
不 需 要 试 用 | -trial_demo | refuse | trial_demo
先 不 用 报 价 | -request_quote | defer | request_quote
我 要 报 价 | +request_quote | want |
合同先不签 | -contract | defer | contract
合同不签了 | -contract | refuse | contract
试用先不申请 | -trial_demo | defer | trial_demo
我撤销投诉 | -complaint | none |
算了不投诉 | -complaint | none |
谁说要报价了 | -request_quote | refuse | request_quote
要什么报价 | -request_quote | refuse | request_quote
不是说了不要报价吗 | -request_quote | refuse | request_quote
不是说好给我报价吗 | +request_quote | want |
客服拒绝退款 | +refund | complain |
今天天气不错                         |                               | none     |
`;

describe('the stance of a Chinese message', () => {
  test.each(stanceRows(table))('$text', ({ text, ...expected }) => {
    expect(told(matcher.read(text))).toEqual(expected);
  });

  test('the table is long enough to mean something', () => {
    expect(stanceRows(table).length).toBeGreaterThanOrEqual(120);
  });
});
