import { productsAnswer } from '../answers/products-answer.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { addProduct, dropProduct, type ProductChange, productNamed } from '../tagging/change-catalogue.ts';
import { changeLibrary } from './change-library.ts';
import type { Command, Context } from './command.ts';
import { type Args, readArgs } from './read-args.ts';

const ADD = ['add', '加', '添加', '新增'];
const DROP = ['drop', '去掉', '停用', '下架'];
const LIST = ['list', '列表'];

const changeIn = ({ all }: Args, name: string): ProductChange => {
  const change = {
    name,
    ...{ aliases: all.get('alias') ?? [], models: all.get('model') ?? [], urls: all.get('url') ?? [] },
  };
  const words = [['name', name], ...[...all].flatMap(([option, values]) => values.map((value) => [`--${option}`, value]))];
  // The catalogue is shown to everybody, so it holds no ID or card number either.
  const [field] = words.find(([, word = '']) => redact(word) !== word) ?? [];
  if (field !== undefined) throw new UserError('no_id_numbers', { field });
  return change;
};

const change = async (context: Context, args: Args, words: readonly string[], make: typeof addProduct): Promise<Reply> => {
  const { app, actor } = context;
  const name = words.join(' ');
  if (name.trim() === '') throw new UsageError('product_usage');
  const wanted = changeIn(args, name);
  const { action, product } = await changeLibrary(context, {
    name,
    work: (current) => {
      if (actor.role !== 'manager' && actor.role !== 'admin') throw new UserError('library_managers_only', { role: actor.role });
      return make(current, wanted);
    },
    note: (done) => `${done.product.name} (${done.action})`,
  });
  return { kind: 'products', doc: await productsAnswer(app, [product], { action, product: product.name }) };
};

export const product: Command = {
  name: 'product',
  aliases: ['产品'],
  usage: {
    zh: 'product [名字] · product add 名字 [--alias 别名]… [--model 型号]… [--url 网址]… · product drop 名字 [--alias … --model … --url …]（网址里 * 代表任意字符，如 "*/a-product*"；不看 http:// 和 ? 之后的部分）',
    en: 'product [NAME] · product add NAME [--alias A]… [--model M]… [--url PATTERN]… · product drop NAME [--alias … --model … --url …] (in PATTERN * stands for anything, like "*/a-product*"; http:// and what follows ? do not matter)',
  },
  summary: {
    zh: '产品目录：有哪些产品，谁感兴趣、谁买过，哪些还没登记；主管可以增改',
    en: 'the products, who is interested and who bought, what is missing; managers add and change them',
  },
  writes: (args) => args.some((word) => ADD.includes(word) || DROP.includes(word)),
  run: async (context, args) => {
    const read = readArgs(args, ['alias', 'model', 'url']);
    const [verb = '', ...words] = read.words;
    if (ADD.includes(verb)) return change(context, read, words, addProduct);
    if (DROP.includes(verb)) return change(context, read, words, dropProduct);
    if (read.all.size > 0 || (LIST.includes(verb) && words.length > 0)) throw new UsageError('product_usage');
    const { app } = context;
    const products = app.inForce.library().products ?? [];
    const shown = verb === '' || LIST.includes(verb) ? products : [productNamed(products, read.words.join(' '))];
    return { kind: 'products', doc: await productsAnswer(app, shown) };
  },
};
