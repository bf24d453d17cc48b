import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/match/matcher.ts';
import { sampleTopics } from './sample-topics.ts';
import { stanceRows, told } from './stance-rows.ts';

const matcher = createMatcher(sampleTopics);

/** text | mentions: + counts, - does not | stance | demand taken back */
const table = `
Please send me a quote                                  | +request_quote             | want     |
I need a quote for 200 units                            | +request_quote             | want     |
can you send us a quote?                                | +request_quote             | want     |
why don't you send me a quote                           | +request_quote             | want     |
Why don’t you send me a quote?                          | +request_quote             | want     |
why haven't you sent a quote yet                        | +request_quote             | want     |
how much is it?                                         | +ask_price                 | ask      |
is there a discount?                                    | +bargain                   | ask      |
isn't there a discount?                                 | +bargain                   | want     |
can I return it?                                        | +refund                    | ask      |
I don't know how to place an order                      | +purchase                  | ask      |
not sure how to place an order                          | +purchase                  | ask      |
can't wait to buy                                       | +purchase                  | want     |
I can't wait to place an order                          | +purchase                  | want     |
no problem, please send the contract                    | +contract                  | want     |
not bad, send me a quote                                | +request_quote             | want     |
not only a quote but a contract too                     | +request_quote +contract   | want     |
don't forget the invoice                                | +invoice                   | want     |
don't hesitate to send a quote                          | +request_quote             | want     |
no worries, I'll buy it                                 | +purchase                  | want     |
not interested                                          |                            | refuse   | *
We are not interested, thanks                           |                            | refuse   | *
not interested in a demo                                | -trial_demo                | refuse   | trial_demo
I'm not interested in Product A                         | -interest_a                | refuse   | interest_a
no need for a quote                                     | -request_quote             | refuse   | request_quote
There is no need to send a quote                        | -request_quote             | refuse   | request_quote
I don't need a quote                                    | -request_quote             | refuse   | request_quote
I do not want a quote                                   | -request_quote             | refuse   | request_quote
dont want a quote                                       | -request_quote             | refuse   | request_quote
please don't send a quote                               | -request_quote             | refuse   | request_quote
don't send any more brochures or a catalog              | -ask_material              | refuse   | ask_material
stop sending me the catalog                             | -ask_material              | refuse   | ask_material
I never asked for a quote                               | -request_quote             | refuse   | request_quote
we didn't ask for a demo                                | -trial_demo                | refuse   | trial_demo
I am not looking for a quote                            | -request_quote             | refuse   | request_quote
I'm not going to buy                                    | -purchase                  | refuse   | purchase
I no longer need the invoice                            | -invoice                   | refuse   | invoice
a quote is not needed                                   | -request_quote             | refuse   | request_quote
forget about the demo                                   | -trial_demo                | refuse   | trial_demo
don't want Product A, please send me a quote            | -interest_a +request_quote | want     | interest_a
I changed my mind, no thanks                            |                            | refuse   | *
unsubscribe me please                                   |                            | refuse   | *
leave me alone                                          |                            | refuse   | *
too expensive, I'll pass                                | +price_sensitive           | refuse   | *
send me a quote. Never mind, forget it                  | -request_quote             | refuse   | request_quote
not ready to buy                                        | -purchase                  | defer    | purchase
not ready for a quote yet                               | -request_quote             | defer    | request_quote
too early for a quote                                   | -request_quote             | defer    | request_quote
hold off on a quote for now, it is too soon             | -request_quote             | defer    | request_quote
a demo maybe later                                      | -trial_demo                | defer    | trial_demo
maybe later                                             |                            | defer    |
I'll think about it                                     |                            | defer    |
let me think about the contract and get back to you     | -contract                  | defer    | contract
not now                                                 |                            | refuse   |
my friend wants a quote                                 | -request_quote             | none     |
my colleague needs an invoice                           | -invoice                   | none     |
they want a demo                                        | -trial_demo                | none     |
asking for my friend, how much?                         | +ask_price                 | ask      |
my friend told me to buy from you                       | +purchase                  | want     |
they need to refund me                                  | +refund                    | none     |
it is not expensive                                     | -price_sensitive           | none     | price_sensitive
it isn't too expensive                                  | -price_sensitive           | none     | price_sensitive
that's expensive                                        | +price_sensitive           | none     |
not urgent                                              | -urgent                    | defer    | urgent
need it asap                                            | +urgent                    | want     |
my order still hasn't arrived                           | +shipping                  | complain |
not shipped yet                                         | +shipping                  | complain |
I have no complaint                                     | -complaint                 | none     |
I have nothing to complain about                        | -complaint                 | none     |
I'm not disappointed                                    | -dissatisfied              | none     |
very disappointed                                       | +dissatisfied              | complain |
it arrived broken, I want a refund                      | +shipping +repair +refund  | complain |
the apple catalogue                                     |                            | none     |
got the invoice, thanks                                 | -invoice                   | none     |
already got the invoice                                 | -invoice                   | none     |
i got a question about the invoice                      | +invoice                   | want     |
have you got the invoice?                               | +invoice                   | ask      |
a quote? nah | -request_quote | refuse | request_quote
refund? No. | -refund | ask |
no quotes or invoice please | -invoice | refuse | invoice
a quotation and an invoice are not needed | -request_quote -invoice | refuse | request_quote invoice
I want a quote and the invoice is not needed | +request_quote -invoice | refuse | invoice
do n't want a quote | -request_quote | refuse | request_quote
skip the demo | -trial_demo | refuse | trial_demo
postpone the demo | -trial_demo | defer | trial_demo
I doubt I need a quote | -request_quote | refuse | request_quote
I asked you not to send a quote | -request_quote | refuse | request_quote
who asked for a quote? | -request_quote | refuse | request_quote
I decline the contract | -contract | refuse | contract
I won't renew the contract | -contract | refuse | contract
did you cancel my demo? | +trial_demo | ask |
can I cancel my order and get a refund | +refund | ask |
no thanks                                               |                            | refuse   |
`;

describe('the stance of an English message', () => {
  test.each(stanceRows(table))('$text', ({ text, ...expected }) => {
    expect(told(matcher.read(text))).toEqual(expected);
  });

  test('the table is long enough to mean something', () => {
    expect(stanceRows(table).length).toBeGreaterThanOrEqual(60);
  });
});
