import type { ColumnName } from './target.ts';

const words = (text: string): readonly string[] => text.split('、');

/** The words for columns that are no fields of the profile, the first of each language as our own exports write it. */
export const COLUMN_WORDS: Record<ColumnName, readonly string[]> = {
  id: words('客户编号、customer id、id、编号、客户id、客户号、客户代码、customer no、customer number、customer code'),
  customer: words('客户、customer、client、买家、buyer'),
  key: words('关联键、key、unionid、union id、join key'),
  owner: words('负责人、owner、跟进人、归属人、客户经理、业务员、销售、销售员、所属销售、sales、salesperson、account manager'),
  tags: words('标签、tags、tag、客户标签、label、labels'),
  lastContactAt: [
    ...words(
      '最后联系、最后联系时间、最近联系、最近联系时间、上次联系、上次联系时间、最后跟进、最后跟进时间、最近跟进、最近跟进时间',
    ),
    ...words('last contact、last contact at、last contacted、last contact time、last contact date'),
  ],
  birthday: words('生日、birthday、出生日期、出生年月、date of birth、birth date、dob'),
  order: words('订单号、order、订单编号、订单、单号、交易号、order id、order no、order number'),
  orderedAt: [
    ...words('下单时间、下单日期、订单日期、订单时间、购买日期、购买时间、成交日期、成交时间、日期、时间'),
    ...words('ordered at、order date、order time、date、time、purchase date、purchased at'),
  ],
  amount: words('金额、amount、订单金额、实付金额、实付、成交金额、总金额、总价、total、order amount、total amount、total price'),
  payment: words('付款编号、payment number、支付单号、付款单号、流水号、交易流水号、支付流水号、payment id、payment no'),
  paidAt: [
    ...words('付款时间、付款日期、支付时间、支付日期、到账时间、到账日期、回款时间、回款日期、收款时间、收款日期'),
    ...words('paid at、payment date、payment time、paid on、date paid'),
  ],
  paid: words('付款金额、payment amount、支付金额、回款金额、收款金额、到账金额、amount paid、payment、paid'),
  currency: words('币种、currency、货币'),
  product: words('商品、product、商品名称、商品名、产品名称、产品名、品名、product name、item'),
  model: words('型号、model、规格型号、规格、sku'),
};

/** More words for fields of the profile than the profile has itself. */
export const FIELD_WORDS: Record<string, readonly string[]> = {
  name: words(
    '客户名称、客户姓名、客户名字、名称、联系人、昵称、客户名、full name、customer name、contact、contact name、nickname',
  ),
  birthYear: words('year of birth'),
  region: words('省份、省、所在地、所在城市、所在地区、province、location'),
  industry: words('所属行业、行业类型、sector'),
  size: words('人数规模、企业规模'),
  company: words('公司名称、单位名称、企业、企业名称、公司名、company name、organization、organisation'),
  job: words('职务、岗位、job title、position、occupation'),
  phone: [
    ...words('手机号、手机号码、电话号码、联系电话、联系方式、移动电话'),
    ...words('phone number、tel、telephone、mobile phone、cell、cellphone'),
  ],
  email: words('电子邮箱、电子邮件、邮箱地址、email、email address'),
  note: words('说明、备注信息、notes、remarks、comment、comments'),
  loyalty: words('会员等级、membership'),
};

/** Columns that hold tags of one group of the library, by the group's id. */
export const GROUP_WORDS: Record<string, readonly string[]> = {
  source: words('渠道、来源渠道、客户来源、channel、lead source'),
};

/** What people's tables hold and nobody here reads: no near miss of anything. ID numbers are never kept. */
export const LEFT_OUT_WORDS: readonly string[] = [
  ...words('忽略、不导入、ignore、skip、序号、行号、no、地址、收货地址、详细地址、address、邮编、zip、postcode、传真、fax'),
  ...words(
    '微信、微信号、wechat、qq、年龄、age、数量、quantity、qty、单价、unit price、price、折扣、运费、状态、订单状态、status',
  ),
  ...words('创建时间、创建日期、创建人、created、created at、created by、更新时间、修改时间、updated、updated at'),
  ...words('部门、department、网址、website、url、国家、country、编码、产地、毛利、成本、cost、收件人、支付方式、付款方式、发票'),
  ...words('身份证、身份证号、身份证号码、证件号、证件号码、id card、id number、银行卡号、银行账号、开户行、税号'),
  // What our own exports and files of errors say beside.
  ...words(
    '第几行、row、哪里不对、what is wrong、年消费、spent in a year、累计消费、spent ever、订单数、orders、首次联系、first contact',
  ),
];
