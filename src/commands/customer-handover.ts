import type { BatchWords } from '../domain/asked.ts';
import { fieldKey } from '../domain/facts.ts';
import { LISTED_QUOTE, listedTask } from '../domain/listed.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import { askFirst, NAMED } from './ask.ts';
import { doBatch } from './batch/do-batch.ts';
import { auditDenials } from './change-customer.ts';
import type { Context } from './command.ts';
import { readOwner } from './customer-words.ts';
import { refuseViewer } from './refuse-viewer.ts';

/** All of whom a person has anything: the customer, an open task, an open quote. The first of each names what an index holds. */
const hasAnythingOf = (id: string): object => ({
  $or: [
    { 'facts.profile': fieldKey('owner', id), 'state.owner.id': id },
    { 'listed.0': { $exists: true }, listed: listedTask(id) },
    {
      ...{ 'listed.0': { $exists: true }, listed: LISTED_QUOTE },
      'state.quotes': { $elemMatch: { owner: id, state: 'open' } },
    },
  ],
});

interface Owner {
  id: string;
  name: string;
}

/** An owner as customers have it, who may have left or is known by their channel alone. */
const ownerCalled = async ({ app }: Context, word: string): Promise<Owner | null> => {
  const [one] = await app.store.customers.page({ 'facts.profile': fieldKey('owner', word) }, null, 1);
  const owner = one?.state.owner;
  return owner ? { id: owner.id, name: owner.name ?? owner.id } : null;
};

/** Whoever hands over: somebody who works here, or who still has something. */
const readFormer = async (context: Context, word: string): Promise<Owner> => {
  const person = context.app.inForce.people().byId(word);
  if (person) return person;
  const called = await ownerCalled(context, word);
  if (called) return called;
  const has = (await context.app.store.customers.count(hasAnythingOf(word))) > 0;
  return { id: has ? word : readOwner(context, word), name: word };
};

/** Agents hand over what is their own; the rest is for managers. */
const refuseOthers = async (context: Context, from: string): Promise<void> => {
  const { actor } = context;
  await refuseViewer(context, null);
  if (actor.role !== 'agent' || actor.id === from) return;
  const error = new UserError('handover_managers_only');
  await auditDenials(context, null, error);
  throw error;
};

/** Hands all customers of one person over to another, with open tasks and quotes: first says how many and asks. */
export const handover = async (context: Context, words: readonly string[], confirmed: boolean): Promise<Reply> => {
  const { app } = context;
  const [first, second, ...others] = words.filter((word) => !['to', '给', '→'].includes(word));
  if (first === undefined || second === undefined || others.length > 0) throw new UsageError('handover_usage');
  const former = await readFormer(context, first);
  const from = former.id;
  const to = readOwner(context, second);
  if (from === to) throw new UserError('handover_same', { name: first });
  await refuseOthers(context, from);
  const { customers } = app.store;
  const filter = hasAnythingOf(from);
  const [members, page, open] = await Promise.all([
    customers.idsOf(filter),
    customers.page(filter, null, NAMED),
    app.store.openMatters(filter, from),
  ]);
  if (members.length === 0) throw new UserError('handover_nothing', { name: first });
  const did: BatchWords = { kind: 'handover', from: former.name, to: app.inForce.people().byId(to)?.name ?? to, ...open };
  const asked = askFirst(context, confirmed, {
    ...{ asks: did, count: members.length },
    customers: page.map(({ _id, state }) => ({ id: _id, name: state.name })),
  });
  return asked ?? doBatch(context, { kind: 'handover', from, to }, members, { did, note: `handover ${from} → ${to}` });
};
