import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Finding a customer and changing what is known of them. */
export const customerErrors = {
  why_usage: {
    zh: () => '要说明是哪位客户的哪个标签。',
    en: () => 'Say which tag of which customer.',
    hint: { zh: () => '这样写：why 客户 标签，如 why chen VIP。', en: () => 'Write why CUSTOMER TAG, like: why chen VIP' },
  },
  unknown_customer: {
    zh: (p: Params) => `没有找到客户“${p['name']}”。`,
    en: (p: Params) => `There is no customer "${p['name']}".`,
    hint: { zh: () => '用 find 按名字、别名或编号的开头查找。', en: () => 'Use find with the beginning of a name, alias or id.' },
  },
  ambiguous_customer: {
    zh: (p: Params) => `“${p['name']}”可以是几位客户：${p['choices']}。`,
    en: (p: Params) => `"${p['name']}" can be several customers: ${p['choices']}.`,
    hint: { zh: () => '用括号里的编号再说一次。', en: () => 'Say it again with the id in brackets.' },
  },
  customer_missing: {
    zh: () => '没有说是哪位客户。',
    en: () => 'It does not say which customer.',
    hint: {
      zh: () => '写上客户的名字或编号，例如：tags 王芳；记不全就用 find 王。',
      en: () => 'Name the customer or their id, like: tags Mei; find Me looks one up.',
    },
  },
  customer_usage: {
    zh: () => '没有写新客户的名字。',
    en: () => 'The new customer has no name.',
    hint: {
      zh: () => '这样写：customer new 王芳 地区:杭州。',
      en: () => 'Write it like this: customer new Mei region:Hangzhou.',
    },
  },
  owner_usage: {
    zh: () => 'owner 后面要写一位同事。',
    en: () => 'After owner comes one person.',
    hint: {
      zh: () => '例如：customer 王芳 owner li；名字里有空格就加引号。',
      en: () => 'Like: customer Mei owner li; put a name with spaces in quotes.',
    },
  },
  customer_exists: {
    zh: (p: Params) => `已经有客户“${p['name']}”了。`,
    en: (p: Params) => `There is a customer "${p['name']}" already.`,
    hint: {
      zh: (p: Params) => `看他的资料：customer ${p['name']}；确实是另一个人，就换个名字再建。`,
      en: (p: Params) => `See the card: customer ${p['name']}. For somebody else, choose another name.`,
    },
  },
  unknown_field: {
    zh: (p: Params) => `没有“${p['field']}”这个字段。`,
    en: (p: Params) => `There is no field "${p['field']}".`,
    hint: {
      zh: () =>
        '这样写：字段:值。字段有：姓名、性别、出生年份、地区、行业、公司规模、公司、职业、电话、邮箱、产品、品牌、会员、备注。',
      en: () =>
        'Write FIELD:VALUE. Fields: name, sex, birth, region, industry, size, company, job, phone, email, products, brands, loyalty, note.',
    },
  },
  bad_field: {
    zh: (p: Params) => `“${p['field']}”不能是这个值。`,
    en: (p: Params) => `"${p['field']}" cannot have this value.`,
    hint: {
      zh: () => '例如：性别:女、出生年份:1990、电话:13800001234、邮箱:mei@example.com；冒号后面什么也不写就是清空。',
      en: () => 'Like sex:female, birth:1990, phone:13800001234, email:mei@example.com; nothing after the colon clears it.',
    },
  },
  no_id_numbers: {
    zh: (p: Params) => `“${p['field']}”里像是有身份证号或银行卡号，没有保存。`,
    en: (p: Params) => `"${p['field']}" seems to hold an ID or bank card number and was not saved.`,
    hint: { zh: () => '去掉号码再试：知签不保存这类号码。', en: () => 'Leave the number out: such numbers are never kept.' },
  },
  find_usage: {
    zh: () => '没有写要找什么。',
    en: () => 'It does not say what to look for.',
    hint: {
      zh: () => '写名字、别名或编号的开头，例如：find 王。',
      en: () => 'Give the beginning of a name, alias or id, like: find Me.',
    },
  },
  nothing_to_undo: {
    zh: () => '最近 24 小时内没有你可以撤销的改动。',
    en: () => 'You changed nothing within the last 24 hours that could be taken back.',
    hint: {
      zh: () => '只能撤销自己的改动；用 audit 看谁改过什么，再用 tag 改回来。',
      en: () => 'Only your own changes can be; see who changed what with audit, then set it right with tag.',
    },
  },
  undo_overtaken: {
    zh: (p: Params) => `不能撤销：“${p['tag']}”在那以后又被${p['actor']}改过。`,
    en: (p: Params) => `This cannot be taken back: "${p['tag']}" was changed since by ${p['actor']}.`,
    hint: {
      zh: () => '用 why 客户 标签 看后来发生了什么，再用 tag 手动改。',
      en: () => 'See what happened with why CUSTOMER TAG, then set it by hand with tag.',
    },
  },
  too_busy: {
    zh: (p: Params) => `“${p['name']}”一直在被别人修改，这次没有改成。`,
    en: (p: Params) => `"${p['name']}" kept being changed by others; nothing was done.`,
    hint: { zh: () => '过一会儿再试。', en: () => 'Try again in a moment.' },
  },
  staff_as_customer: {
    zh: (p: Params) => `这个人是同事（渠道 ${p['channel']}），不会当作客户。`,
    en: (p: Params) => `This person is staff on ${p['channel']}; staff never become customers.`,
    hint: {
      zh: () => '检查这一行的 customer.id，或配置文件 people 里的 ids。',
      en: () => 'Check customer.id in the line, or ids under people in the configuration.',
    },
  },
} satisfies Record<string, Sentence>;
