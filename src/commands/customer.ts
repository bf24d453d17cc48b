import type { App } from '../app.ts';
import type { Reply } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import type { CommandBody, Incoming } from '../domain/event.ts';
import { profileField } from '../domain/profile.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { iso, isoOrNull } from './cause-answers.ts';
import { changeCustomer, emptyChange } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { ownerName } from './owner-name.ts';
import { readArgs } from './read-args.ts';

const NEW = ['new', '新建'];
const OWNER = ['owner', '负责人'];

const card = async (app: App, { _id, state }: Customer, changes?: string[]): Promise<Reply> => {
  const identities = await app.store.customers.identitiesOf([_id]);
  return {
    kind: 'customer',
    doc: {
      customer: { id: _id, name: state.name },
      asOf: iso(Math.max(app.clock.asOf(), state.at)),
      owner: ownerName(app, state),
      identities: identities.flatMap(({ _id: key }) => (key.startsWith('#') ? [] : [decodeURIComponent(key)])).sort(),
      fields: state.fields,
      messages: state.counts.customer,
      interactions: state.interactions,
      firstContactAt: isoOrNull(state.firstContactAt),
      lastContactAt: isoOrNull(state.lastContactAt),
      ...(changes ? { changes } : {}),
    },
  };
};

/** `field:value` words as typed fields; an empty value clears. */
const readFields = (words: readonly string[]): CommandBody['fields'] =>
  Object.fromEntries(
    words.map((word) => {
      const [name = '', value = ''] = word.split(/[:：](.*)/s, 2);
      const field = profileField(name);
      if (!field || !/[:：]/.test(word)) throw new UsageError('unknown_field', { field: name });
      if (redact(value) !== value) throw new UserError('no_id_numbers', { field: name });
      const parsed = value === '' ? '' : field.parse(value);
      if (parsed === undefined) throw new UserError('bad_field', { field: name });
      return [field.id, parsed];
    }),
  );

const isField = (word: string): boolean => /[:：]/.test(word);

const create = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app, actor } = context;
  const name = words.filter((word) => !isField(word)).join(' ');
  if (name === '') throw new UsageError('customer_usage');
  if (actor.role === 'viewer') throw new UserError('viewer_changes_nothing');
  const fields = readFields(words.filter(isField));
  if (redact(name) !== name) throw new UserError('no_id_numbers', { field: 'name' });
  const [taken] = await app.store.customers.load([name]);
  if (taken) throw new UserError('customer_exists', { name });
  const body: CommandBody = { kind: 'command', actor: { id: actor.id, role: actor.role }, ...emptyChange, fields };
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
  return card(app, await findCustomer(context, name), ['new']);
};

const readOwner = ({ app }: Context, word: string | undefined): string => {
  const people = app.inForce.people();
  // Without a people file any name will do: there is nobody to check it against.
  if (word !== undefined && people.all.length === 0) {
    if (redact(word) !== word) throw new UserError('no_id_numbers', { field: 'owner' });
    return word;
  }
  const person = word === undefined ? undefined : people.byId(word);
  if (!person) throw new UserError('unknown_person', { name: word ?? '' });
  return person.id;
};

const edit = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app, actor } = context;
  const owner = words.findIndex((word, place) => place > 0 && OWNER.includes(word));
  const named = words.slice(0, owner > 0 ? owner : undefined).filter((word) => !isField(word));
  const customer = await findCustomer(context, named.join(' '));
  const fields = words.filter(isField);
  if (owner < 1 && fields.length === 0) return card(app, customer);
  if (actor.role === 'viewer') throw new UserError('viewer_changes_nothing');
  const change = { owner: owner > 0 ? readOwner(context, words[owner + 1]) : null, fields: readFields(fields) };
  await changeCustomer(context, customer, { ...emptyChange, ...change });
  const changed = [...(change.owner === null ? [] : ['owner']), ...Object.keys(change.fields)];
  return card(app, await findCustomer(context, customer._id), changed);
};

export const customer: Command = {
  name: 'customer',
  aliases: ['客户'],
  usage: {
    zh: 'customer 客户 [字段:值 …] [owner 同事] · customer new 名字',
    en: 'customer CUSTOMER [FIELD:VALUE …] [owner PERSON] · customer new NAME',
  },
  summary: {
    zh: '客户卡片；改字段、换负责人、新建客户',
    en: 'the card of a customer; set fields or the owner, or make a new one',
  },
  writes: true,
  run: (context, args) => {
    const { words } = readArgs(args);
    const [first] = words;
    return first !== undefined && NEW.includes(first) ? create(context, words.slice(1)) : edit(context, words);
  },
};
