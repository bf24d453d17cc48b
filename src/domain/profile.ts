/** One typed field of a customer's profile (B16). `parse` gives undefined for a value that cannot be one. */
export interface ProfileField {
  id: string;
  zh: string;
  en: string;
  aliases: string[];
  parse: (value: unknown) => string | number | string[] | undefined;
}

const LONGEST = 200;

const text = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const trimmed = String(value).normalize('NFKC').trim();
  return trimmed.length > 0 && trimmed.length <= LONGEST ? trimmed : undefined;
};

const oneOf = (words: Record<string, string>) => (value: unknown) => words[text(value)?.toLowerCase() ?? ''];

const year = (value: unknown): number | undefined => {
  const number = Number(text(value)?.replace(/年$/, ''));
  return Number.isInteger(number) && number >= 1900 && number <= 2100 ? number : undefined;
};

const list = (value: unknown): string[] | undefined => {
  const items = (Array.isArray(value) ? value : String(text(value) ?? '').split(/[,，、;；]/)).flatMap(
    (item) => text(item) ?? [],
  );
  return items.length > 0 && items.length <= 50 ? items : undefined;
};

/** The middle of a number stays out of the base: 138****5678. */
const phone = (value: unknown): string | undefined => {
  const digits = text(value)?.replace(/[\s().-]/g, '');
  if (digits === undefined || !/^\+?[\d*]{5,16}$/.test(digits)) return undefined;
  const tail = Math.min(4, Math.floor(digits.length / 3));
  return `${digits.slice(0, digits.length - tail - 4)}****${digits.slice(-tail)}`;
};

const email = (value: unknown): string | undefined => {
  const match = /^([\w.+*%'-])[\w.+*%'-]*(@[\w-]+(?:\.[\w-]+)+)$/.exec(text(value) ?? '');
  return match ? `${match[1]}***${match[2]}` : undefined;
};

const sex = oneOf({
  男: 'male',
  男性: 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  女性: 'female',
  f: 'female',
  female: 'female',
});

/** Every field that people and imports may set, in the order in which a card shows them. */
export const profileFields: readonly ProfileField[] = [
  { id: 'name', zh: '姓名', en: 'Name', aliases: ['名字', '称呼'], parse: text },
  { id: 'sex', zh: '性别', en: 'Sex', aliases: ['gender'], parse: sex },
  { id: 'birthYear', zh: '出生年份', en: 'Birth year', aliases: ['生年', 'birth_year', 'birth'], parse: year },
  { id: 'region', zh: '地区', en: 'Region', aliases: ['城市', 'city'], parse: text },
  { id: 'industry', zh: '行业', en: 'Industry', aliases: [], parse: text },
  { id: 'size', zh: '公司规模', en: 'Company size', aliases: ['规模', 'company_size'], parse: text },
  { id: 'company', zh: '公司', en: 'Company', aliases: ['单位'], parse: text },
  { id: 'job', zh: '职业', en: 'Job', aliases: ['职位', 'title'], parse: text },
  { id: 'phone', zh: '电话', en: 'Phone', aliases: ['手机', 'mobile'], parse: phone },
  { id: 'email', zh: '邮箱', en: 'E-mail', aliases: ['邮件', 'mail'], parse: email },
  { id: 'products', zh: '偏好产品', en: 'Preferred products', aliases: ['产品'], parse: list },
  { id: 'brands', zh: '偏好品牌', en: 'Preferred brands', aliases: ['品牌'], parse: list },
  { id: 'loyalty', zh: '会员计划', en: 'Loyalty programme', aliases: ['会员'], parse: text },
  { id: 'note', zh: '备注', en: 'Note', aliases: ['remark'], parse: text },
];

const byWord = new Map(
  profileFields.flatMap((field) =>
    [field.id, field.zh, field.en, ...field.aliases].map((word) => [word.toLowerCase(), field] as const),
  ),
);

/** The field behind an id, a Chinese or English name or an alias, whatever its case. */
export const profileField = (word: string): ProfileField | undefined => byWord.get(word.normalize('NFKC').trim().toLowerCase());
