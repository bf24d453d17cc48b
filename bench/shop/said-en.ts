import { lines } from './said.ts';

/** What customers type in English, by what they are about; as in `said-zh.ts`. */
export const SAID_EN = {
  greet: lines(`
    Hi, is anyone there?
    hello
    Good morning, quick question
    hey, got your contact from a friend`),
  ask_price: lines(`
    how much is this?
    what's the price for {p}
    how much for {n} units
    price incl. shipping?`),
  request_quote: lines(`
    could you send me a quote for {n} units?
    please send me a formal quotation for {p}
    need a quote by tomorrow, boss is asking
    can you requote with {n} pieces instead`),
  bargain: lines(`
    any discount for {n}?
    can you do better on the price
    free shipping at least?`),
  price_sensitive: lines(`
    this is too expensive
    way over what we paid last year
    that's a lot for what it is`),
  budget: lines(`
    our budget is around 5k
    we have 20k approved for this`),
  urgent: lines(`
    urgent!! need it by friday
    can you ship today? it's really urgent`),
  compare: lines(`
    how does it compare to the other brand
    your competitor quoted half of that
    still comparing a few vendors`),
  quality: lines(`
    is the quality any good? last one broke
    how long does it last in daily use`),
  ask_material: lines(`
    can I get the datasheet
    do you have a brochure or case studies`),
  trial_demo: lines(`
    can we try it first
    could we book a demo next week?`),
  purchase: lines(`
    ok we'll take {n}
    I'd like to place an order
    same again please`),
  payment: lines(`
    do you take bank transfer
    payment sent, please check
    net 30 possible?`),
  invoice: lines(`
    need an invoice with our VAT number
    when will I get the invoice`),
  contract: lines(`
    send over the contract please
    legal wants two changes in the contract`),
  shipping: lines(`
    where is my order {o}
    tracking number?
    it says delivered but I got nothing`),
  repair: lines(`
    {p} stopped working after two weeks
    is this covered by warranty`),
  refund: lines(`
    I want to return it
    where's my refund
    wrong colour, can I exchange it`),
  tech_support: lines(`
    can't log in, says wrong password
    the app crashes on start`),
  complex: lines(`
    we need this integrated with our own system across three sites, can your engineers join a call`),
  complaint: lines(`
    this is unacceptable, I want to speak to a manager
    worst service ever
    I'm going to file a complaint`),
  dissatisfied: lines(`
    not really happy with it
    not what was shown on the site`),
  satisfied: lines(`
    works great, thanks
    arrived early, very happy`),
  refer: lines(`
    a colleague wants one too, I gave him your contact
    referring a friend, be nice to him :)`),
  partner: lines(`
    do you have a reseller program`),
  renew: lines(`
    our plan ends next month, how much to renew`),
  refuse: lines(`
    not interested anymore
    no quote needed, project is on hold
    we went with someone else
    please stop sending me offers`),
  defer: lines(`
    let me think about it
    maybe next month`),
  yes: lines(`
    ok
    sure
    yes please`),
  no: lines(`
    no thanks
    not needed`),
  thanks: lines(`
    thanks, talk tomorrow
    great, thx
    got it`),
  chat: lines(`
    are you open on weekends
    sorry wrong chat
    in a meeting, later
    lol
    happy new year!`),
  about_me: lines(`
    we're a small school in Singapore
    I run a shop, just me`),
  back: lines(`
    me again
    remember me? still looking for {p}`),
} as const;
