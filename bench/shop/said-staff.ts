import { lines } from './said.ts';

/** What staff type, by where in a talk they do. */
export const SAID_STAFF = {
  zh: {
    hello: lines(`
      您好，请问有什么可以帮您？
      在的在的，您说
      您好，我是这边的顾问，很高兴为您服务
      在呢，刚在接电话
      您好！看您是第一次咨询，想了解哪方面？
      哈喽，久等了`),
    answer: lines(`
      好的，我查一下马上回您
      这款目前有现货，价格我私信您
      稍等，我问下仓库
      可以的，具体数量您告诉我
      这个要看配置，您主要做什么用？
      资料已经发您邮箱了，您查收一下
      技术同事看过了，说可以做
      没问题，我给您登记一下
      这个价格已经是活动价了
      我帮您申请一下，有消息告诉您`),
    offer: lines(`
      要不要给您报个价？
      需要我发一份资料给您吗？
      要不要先寄一台样品给您试用？
      我这边给您出一份报价单，可以吗？
      要不要约个时间给您演示一下？`),
    quoted: lines(`
      报价单发您了，有效期七天
      报价已发，您看看有没有要改的
      价格按您说的调过了，新的报价单在附件
      给您申请到了最低价，报价单请查收`),
    nudge: lines(`
      您好，上次的报价看得怎么样了？
      报价快到期了，需要我帮您延期吗
      领导那边有消息了吗？
      这周下单还能赶上月底的排产哦`),
    shipped: lines(`
      已经发货了，单号稍后发您
      今天下午出库，大概三天到
      物流显示在中转，我帮您催一下`),
    sorry: lines(`
      非常抱歉给您带来不便，我马上核实
      实在对不起，这是我们的失误，给您补发一个
      您别着急，我现在就联系售后`),
    care: lines(`
      您好，好久不见，最近有新品上架，给您留了老客户价
      节日快乐！祝您生意兴隆
      年终大促，全场八折，有需要随时找我
      上次买的用着怎么样？`),
    bye: lines(`
      不客气，有问题随时联系
      好嘞
      好的，祝您生活愉快`),
  },
  en: {
    hello: lines(`
      Hi, how can I help?
      Hello, thanks for reaching out`),
    answer: lines(`
      Let me check and get back to you
      Yes, we have that in stock
      Sent it to your email
      Our engineer says it can be done`),
    offer: lines(`
      Shall I send you a quote?
      Would you like a demo?
      Want me to send the datasheet?`),
    quoted: lines(`
      Quote sent, valid for seven days
      Updated the quote, please have a look`),
    nudge: lines(`
      Any news on the quote?
      Just checking in on the quotation`),
    shipped: lines(`
      Shipped today, tracking to follow`),
    sorry: lines(`
      So sorry about that, looking into it right away`),
    care: lines(`
      Hi again, new models are in
      Happy holidays from all of us`),
    bye: lines(`
      You're welcome
      Any time!`),
  },
} as const;
