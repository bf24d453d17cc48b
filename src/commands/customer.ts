import { iso, isoOrNull } from '../answers/cause-answers.ts';
import { ownerName } from '../answers/owner-name.ts';
import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import type { CommandBody, Incoming } from '../domain/event.ts';
import { JOURNEY_NAMES, JOURNEY_NODES, reachedAt } from '../domain/journey.ts';
import { profileField } from '../domain/profile.ts';
import { lastPurchaseAt } from '../domain/purchases.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { changeCustomer, emptyChange } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { isField, isOwnerWord, partOwner, readFields, readOwner } from './customer-words.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';
import { refuseViewer } from './refuse-viewer.ts';

const NEW = ['new', '新建'];

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
      journey: JOURNEY_NODES.flatMap((node) => {
        const at = reachedAt(state, node);
        return at === null ? [] : [{ node: JOURNEY_NAMES[node].zh, at: iso(at) }];
      }),
      lastPurchaseAt: isoOrNull(lastPurchaseAt(state)),
      ...(changes ? { changes } : {}),
    },
  };
};

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
  const fields = readFields(words.filter((word, place) => isField(word, place)));
  if (redact(name) !== name) throw new UserError('no_id_numbers', { field: 'name' });
  const [taken] = await app.store.customers.load([name]);
  if (taken) throw new UserError('customer_exists', { name });
  const body: CommandBody = {
    kind: 'command',
    actor: { id: actor.id, role: actor.role },
    ...emptyChange,
    fields,
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
  return card(app, await findCustomer(context, name), ['new']);
};

const edit = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app } = context;
  const { named, owner } = partOwner(words, context.atHand !== null);
  const customer = await findCustomer(context, named.join(' '));
  const fields = words.filter((word, place) => isField(word, place));
  if (owner === null && fields.length === 0) return card(app, customer);
  await refuseViewer(context, customer);
  const change = { owner: owner === null ? null : readOwner(context, owner), fields: readFields(fields) };
  await changeCustomer(context, customer, { ...emptyChange, ...change });
  const changed = [...(change.owner === null ? [] : ['owner']), ...Object.keys(change.fields)];
  return card(app, await findCustomer(context, customer._id), changed);
};

export const customer: Command = {
  name: 'customer',
  aliases: ['客户'],
  usage: {
    zh: 'customer 客户 [字段:值 …] [owner 同事] · customer new 名字 [字段:值 …]',
    en: 'customer CUSTOMER [FIELD:VALUE …] [owner PERSON] · customer new NAME [FIELD:VALUE …]',
  },
  summary: {
    zh: '客户卡片；改字段、换负责人、新建客户',
    en: 'the card of a customer; set fields or the owner, or make a new one',
  },
  writes: ([first = '', ...more]) =>
    NEW.includes(first) || isField(first, 0) || more.some((word) => isField(word) || isOwnerWord(word)),
  run: (context, args) => {
    const { words } = readArgs(args);
    const [first] = words;
    return first !== undefined && NEW.includes(first) ? create(context, words.slice(1)) : edit(context, words);
  },
};
