import type { ProductAnswer, ProductsAnswer, UnknownProductAnswer } from '../../domain/product-answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines } from './words.ts';

const MOST = [28, 28, 32, 32];

const WORDS = {
  zh: {
    title: (version: number, count: number) => `产品目录（标签库版本 ${version}）：${count} 个产品`,
    none: '产品目录还是空的。',
    how: '登记一个：product add A产品 --alias A款 --model X1 --url "*/a-product*"',
    aliases: '又叫 ',
    models: '型号 ',
    and: '、',
    archived: '已停用',
    interested: (count: number) => `${count} 人感兴趣`,
    bought: (count: number) => `${count} 人买过`,
    unknown: '客户提到、目录里没有的（登记后，以前的记录也会打上标签）：',
    model: (models: readonly string[]) => `型号 ${models.join('、')}`,
    times: (count: number, ago: string) => `×${count}，最近一次${ago}`,
    changes: {
      added: (name: string) => `已登记“${name}”，以前提到它的记录也算上了。`,
      extended: (name: string) => `“${name}”已补充。`,
      restored: (name: string) => `“${name}”恢复使用。`,
      same: (name: string) => `“${name}”本来就是这样，没有变化。`,
      reduced: (name: string) => `已从“${name}”去掉；以前的记录还在。`,
      archived: (name: string) => `“${name}”已停用：标签不再打，历史还在；product add 可以恢复。`,
    },
  },
  en: {
    title: (version: number, count: number) =>
      `Products (library version ${version}): ${count} ${count === 1 ? 'product' : 'products'}`,
    none: 'There are no products yet.',
    how: 'To add one: product add "A product" --alias A1 --model X1 --url "*/a-product*"',
    aliases: 'also ',
    models: 'models ',
    and: ', ',
    archived: 'archived',
    interested: (count: number) => `${count} interested`,
    bought: (count: number) => `${count} bought it`,
    unknown: 'Named by customers’ visits, orders and payments, and not in the catalogue (adding one tags them too):',
    model: (models: readonly string[]) => `${models.length > 1 ? 'models' : 'model'} ${models.join(', ')}`,
    times: (count: number, ago: string) => `×${count}, last seen ${ago}`,
    changes: {
      added: (name: string) => `Added ${name}; what named it before counts too.`,
      extended: (name: string) => `Added to ${name}.`,
      restored: (name: string) => `${name} is in use again.`,
      same: (name: string) => `${name} is so already; nothing changed.`,
      reduced: (name: string) => `Taken off ${name}; what happened stays on record.`,
      archived: (name: string) => `Archived ${name}: it tags nobody any more, its history stays. product add brings it back.`,
    },
  },
};

/** One product: what it is called, and who wants and has it. */
const row = (product: ProductAnswer, view: View): Cell[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const list = (lead: string, items: readonly string[]) =>
    items.length === 0 ? '' : `${lead}${items.map(printable).join(words.and)}`;
  const counts = [words.interested(product.interested), words.bought(product.bought)].join(words.and);
  const models = product.models.map(({ name, archived }) => (archived ? `${name} (${words.archived})` : name));
  return [
    { text: printable(product.name), paint: product.archived ? dim : bold },
    { text: list(words.aliases, product.aliases), paint: dim },
    { text: list(words.models, models) },
    { text: product.urls.map(printable).join(' '), paint: dim },
    { text: product.archived ? words.archived : counts },
  ];
};

const unknownRow = ({ product, models, count, lastSeenAt, add }: UnknownProductAnswer, view: View): Cell[] => {
  const words = WORDS[view.lang];
  const named = [...(product === null ? [] : [product]), ...(models.length === 0 ? [] : [words.model(models)])].map(printable);
  return [
    { text: named.join(' ') },
    { text: words.times(count, agoWords(lastSeenAt, view)), paint: paint(view.colour).dim },
    { text: printable(add) },
  ];
};

/** The catalogue or the product at hand, what a person did to it, and what is missing in it with the command that adds it. */
export const renderProducts = (doc: ProductsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { products, unknown, change } = doc;
  const head = change
    ? words.changes[change.action](printable(change.product))
    : products.length === 0
      ? words.none
      : words.title(doc.version, products.length);
  const rows = products.map((product) => row(product, view));
  const missing = unknown.map((one) => unknownRow(one, view));
  return [
    head,
    ...table(rows, { indent: '  ', most: MOST }),
    ...(products.length === 0 ? [words.how] : []),
    ...(missing.length === 0 ? [] : ['', words.unknown, ...table(missing, { indent: '  ', most: [40, 40] })]),
    '',
    ...asOfLines(doc, view),
  ];
};
