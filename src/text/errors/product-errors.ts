import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** The catalogue of products. */
export const productErrors = {
  product_usage: {
    zh: () => 'product 后面写产品名，或 add 名字、drop 名字；什么都不写就列出全部。',
    en: () => 'After product comes a name, add NAME or drop NAME; nothing at all lists every product.',
    hint: {
      zh: () => '例如：product add A产品 --alias A款 --model X1 --url "*/a-product*"。',
      en: () => 'Like: product add "A product" --alias A1 --model X1 --url "*/a-product*"',
    },
  },
  product_broken: {
    zh: (p: Params) => `有 ${p['count']} 处不行，产品目录没有改。`,
    en: (p: Params) => `The catalogue was not changed: ${p['count']} ${p['count'] === 1 ? 'thing is' : 'things are'} wrong.`,
    hint: {
      zh: () => '改好后再试；product 列出已有的产品和它们的叫法。',
      en: () => 'Mend it and try again; product lists what is there and how it is called.',
    },
  },
  unknown_product: {
    zh: (p: Params) => `产品目录里没有“${p['name']}”。`,
    en: (p: Params) => `There is no product "${p['name']}".`,
    hint: {
      zh: (p: Params) => `product 列出全部；要登记它：product add ${p['name']}。`,
      en: (p: Params) => `product lists them all; to add it: product add ${p['name']}`,
    },
  },
  unknown_product_near: {
    zh: (p: Params) => `产品目录里没有“${p['name']}”。`,
    en: (p: Params) => `There is no product "${p['name']}".`,
    hint: {
      zh: (p: Params) => `是不是“${p['near']}”？要登记新的：product add ${p['name']}。`,
      en: (p: Params) => `Did you mean ${p['near']}? To add a new one: product add ${p['name']}`,
    },
  },
  not_of_product: {
    zh: (p: Params) => `“${p['word']}”本来就不是“${p['product']}”的，所以什么也没改。`,
    en: (p: Params) => `"${p['word']}" is none of ${p['product']}'s, so nothing was changed.`,
    hint: {
      zh: (p: Params) => `用 product ${p['product']} 看它有哪些别名、型号和网址。`,
      en: (p: Params) => `See its aliases, models and pages with product ${p['product']}`,
    },
  },
} satisfies Record<string, Sentence>;
