import { profileFields } from '../../domain/profile.ts';
import type { ImportAnswer, UnderstoodRow } from '../../domain/transfer-answers.ts';
import type { Both } from '../lang.ts';
import { printable } from '../printable.ts';
import { valueWords } from './field-words.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, labelWords, timeWords } from './words.ts';

const MEANINGS: Record<string, Both> = {
  id: { zh: '客户编号', en: 'customer ID' },
  customer: { zh: '客户', en: 'customer' },
  key: { zh: '关联键', en: 'joining key' },
  owner: { zh: '负责人', en: 'owner' },
  tags: { zh: '标签', en: 'tags' },
  lastContactAt: { zh: '最后联系', en: 'last contact' },
  birthday: { zh: '生日（只留年份）', en: 'birthday (the year is kept)' },
  order: { zh: '订单号', en: 'order' },
  orderedAt: { zh: '下单时间', en: 'ordered at' },
  amount: { zh: '金额', en: 'amount' },
  payment: { zh: '付款编号', en: 'payment number' },
  paidAt: { zh: '付款时间', en: 'paid at' },
  paid: { zh: '付款金额', en: 'payment amount' },
  currency: { zh: '币种', en: 'currency' },
  product: { zh: '商品', en: 'product' },
  model: { zh: '型号', en: 'model' },
};
const LEFT_OUT: Both = { zh: '不导入', en: 'left out' };
const UNKNOWN: Both = { zh: '不认识，不导入', en: 'unknown, left out' };
const NO_HEADING: Both = { zh: '（没有表头）', en: '(no heading)' };
const PAID: Both = { zh: '付款', en: 'payment' };
const TAGS_OF: Both = { zh: '标签组 ', en: 'tags of ' };

const STANDINGS: Record<UnderstoodRow['standing'], Both> = {
  new: { zh: '新增', en: 'new' },
  updated: { zh: '更新', en: 'updated' },
  unchanged: { zh: '没变', en: 'unchanged' },
};

const fieldName = (id: string, { lang }: View): string =>
  MEANINGS[id]?.[lang] ?? profileFields.find((field) => field.id === id)?.[lang] ?? printable(id);

/** A column and what it means: 手机号 → 电话. */
export const meansWords = ({ heading, means, known }: ImportAnswer['columns'][number], view: View): string => {
  const name = heading === '' ? NO_HEADING[view.lang] : printable(heading);
  if (means === null) return `${name} → ${(known ? LEFT_OUT : UNKNOWN)[view.lang]}`;
  const group = /^tags:(.*)$/s.exec(means)?.[1];
  return `${name} → ${group === undefined ? fieldName(means, view) : TAGS_OF[view.lang] + printable(group)}`;
};

const rowCells = ({ row, customer, standing, name, fields, owner, tags, order, payment }: UnderstoodRow, view: View): Cell[] => {
  const said = [
    ...(owner === null ? [] : [`${fieldName('owner', view)} ${actorWords(owner, view)}`]),
    ...Object.entries(fields).map(
      ([field, value]) =>
        `${fieldName(field, view)} ${field === 'lastContactAt' ? timeWords(String(value), view) : valueWords(value, view.lang)}`,
    ),
    ...tags.map((tag) => `+${labelWords(tag, view)}`),
    ...(payment
      ? [
          `${PAID[view.lang]} ${printable(payment.order ?? '')} ${payment.amount} ${payment.currency} ${timeWords(payment.at, view)}`,
        ]
      : []),
    ...(order
      ? [
          `${printable(order.order)} ${order.amount} ${order.currency} ${timeWords(order.at, view)} ${printable(order.product ?? '')}`,
        ]
      : []),
  ];
  return [
    { text: String(row), paint: paint(view.colour).dim },
    { text: printable(customer) },
    { text: name === null || name === customer ? '' : printable(name) },
    { text: STANDINGS[standing][view.lang] },
    { text: said.map((one) => one.trim()).join(view.lang === 'zh' ? '，' : ', ') },
  ];
};

/** Rows as they were understood, a line each. */
export const understoodRows = (rows: readonly UnderstoodRow[], view: View): string[] =>
  table(
    rows.map((row) => rowCells(row, view)),
    { indent: '  ', most: [6, 24, 16, 10] },
  );
