import type { CommandBody, Incoming } from '../domain/event.ts';
import { profileField } from '../domain/profile.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { changeCustomer } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { emptyChange } from './command-event.ts';
import { customerCard } from './customer-card.ts';
import { handover } from './customer-handover.ts';
import { completeness, duplicates } from './customer-reports.ts';
import { isField, isOwnerWord, keepContacts, partOwner, readFields, readOwner } from './customer-words.ts';
import { customersHere } from './customers-here.ts';
import { findCustomer } from './find-customer.ts';
import { joinCustomers, splitCustomer } from './join-customers.ts';
import { readArgs } from './read-args.ts';
import { refuseViewer } from './refuse-viewer.ts';

const create = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app, actor } = context;
  const { named, owner } = partOwner(words);
  const name = named
    .join(' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (name === '') throw new UsageError('customer_usage');
  await refuseViewer(context, null);
  if (profileField('name')?.parse(name) === undefined) throw new UserError('bad_field', { field: 'name' });
  const set = words.filter((word, place) => isField(word, place));
  const fields = readFields(set);
  if (redact(name) !== name) throw new UserError('no_id_numbers', { field: 'name' });
  const [taken] = await app.store.customers.load([name]);
  if (taken) throw new UserError('customer_exists', { name });
  const body: CommandBody = {
    kind: 'command',
    actor: { id: actor.id, role: actor.role },
    ...emptyChange,
    fields,
    contacts: await keepContacts(context, set),
    owner: owner === null ? null : readOwner(context, owner),
  };
  const incoming: Incoming = {
    ...{
      id: `new-${name}`,
      at: app.clock.asOf(),
      channel: 'hand',
      account: '',
      conversation: '',
      from: 'system',
      agent: null,
      extra: {},
    },
    customer: { id: name, name, key: null },
    body,
  };
  await app.receive(incoming, () => 0);
  await app.lanes.idle();
  return customerCard(app, await findCustomer(context, name), ['new']);
};

const edit = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app } = context;
  const { named, owner } = partOwner(words, context.atHand !== null);
  const customer = await findCustomer(context, named.join(' '));
  const fields = words.filter((word, place) => isField(word, place));
  if (owner === null && fields.length === 0) return customerCard(app, customer);
  await refuseViewer(context, customer);
  const change = { owner: owner === null ? null : readOwner(context, owner), fields: readFields(fields) };
  await changeCustomer(context, customer, { ...emptyChange, ...change, contacts: await keepContacts(context, fields) });
  const changed = [...(change.owner === null ? [] : ['owner']), ...Object.keys(change.fields)];
  return customerCard(app, await findCustomer(context, customer._id), changed);
};

const SPECIAL = {
  new: ['new', '新建'],
  join: ['join', '合并'],
  split: ['split', '拆分'],
  handover: ['handover', '交接', '移交'],
  duplicates: ['duplicates', '查重'],
  report: ['report', '完整度'],
  here: ['here', '这里', '本群'],
} as const;
/** What of these changes something, with the words behind it or by itself. */
const WRITING: readonly string[] = [...SPECIAL.new, ...SPECIAL.join, ...SPECIAL.split, ...SPECIAL.handover];

/** The customers who become one: both named, or one and whoever is at hand. */
const join = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const named = words.length === 1 && context.atHand !== null ? [context.atHand, ...words] : words;
  const [first, second] = named;
  if (first === undefined || second === undefined || named.length > 2) throw new UsageError('join_usage');
  return joinCustomers(context, await findCustomer(context, first), await findCustomer(context, second));
};

const split = async (context: Context, words: readonly string[]): Promise<Reply> => {
  if (words.length > 2 || (words.length === 0 && context.atHand === null)) throw new UsageError('split_usage');
  return splitCustomer(context, await findCustomer(context, words[0]), words[1]);
};

const report = (context: Context, words: readonly string[], make: (context: Context) => Promise<Reply>): Promise<Reply> => {
  if (words.length > 0) throw new UsageError('report_usage');
  return make(context);
};

export const customer: Command = {
  name: 'customer',
  aliases: ['客户'],
  usage: {
    zh: 'customer 客户 [字段:值 …] [owner 同事] · new 名字 [字段:值 …] · join 客户 客户 · split 客户 [其中一位] · handover 同事 同事 [--yes] · duplicates · report · here [off]',
    en: 'customer CUSTOMER [FIELD:VALUE …] [owner PERSON] · new NAME [FIELD:VALUE …] · join CUSTOMER CUSTOMER · split CUSTOMER [WHO] · handover PERSON PERSON [--yes] · duplicates · report · here [off]',
  },
  summary: {
    zh: '客户卡片；改字段、换负责人、新建、合并、拆分；把一个人的客户全部交给另一个人；查重；资料完整度；here：这个群里不是同事的都是客户',
    en: 'the card of a customer; set fields or the owner, make, join or split; hand all of one person over to another; who is there twice; what is missing; here: in this conversation everybody but staff is a customer',
  },
  writes: ([first = '', ...more]) =>
    WRITING.includes(first) || isField(first, 0) || more.some((word) => isField(word) || isOwnerWord(word)),
  run: async (context, args) => {
    const { words, options } = readArgs(args, [], ['yes']);
    const [first = '', ...rest] = words;
    const verb = (Object.keys(SPECIAL) as (keyof typeof SPECIAL)[]).find((one) =>
      (SPECIAL[one] as readonly string[]).includes(first),
    );
    if (options.has('yes') && verb !== 'handover') throw new UsageError('unknown_option', { option: '--yes', near: '' });
    switch (verb) {
      case 'new':
        return create(context, rest);
      case 'join':
        return join(context, rest);
      case 'split':
        return split(context, rest);
      case 'handover':
        return handover(context, rest, options.has('yes'));
      case 'duplicates':
        return report(context, rest, duplicates);
      case 'report':
        return report(context, rest, completeness);
      case 'here':
        return customersHere(context, rest);
      default:
        return edit(context, words);
    }
  },
};
