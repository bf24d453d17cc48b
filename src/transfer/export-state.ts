import type { App } from '../app.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Cause, Evidence } from '../domain/cause.ts';
import type { Customer, CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { lastPurchaseAt } from '../domain/purchases.ts';
import type { Task } from '../domain/task.ts';

const evidenceKeys = (state: CustomerState): string[] => [
  ...state.tasks.flatMap(({ about }) => about ?? []),
  ...[...Object.values(state.tags).flatMap(({ causes }) => causes), ...Object.values(state.suggested).flat()].flatMap(
    ({ evidence }) => evidence.map(({ event }) => event),
  ),
];

/** Evidence by the platform's own id of the message. */
const evidenceForm =
  (messages: ReadonlyMap<string, string>) =>
  ({ event, at, span }: Evidence) => ({
    message: messages.get(event) ?? event,
    at,
    span: span ?? null,
  });

const causesForm = (causes: readonly Cause[], messages: ReadonlyMap<string, string>) =>
  causes
    .map(({ kind, id, version, since, until, count, evidence }) => {
      const form = { kind, id, version, since, until: until ?? null, count, evidence: evidence.map(evidenceForm(messages)) };
      return form;
    })
    .sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1));

const mapped = <T, R>(record: Record<string, T>, form: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, form(value)]));

/** A task by what it is about: ids of those that people made are of our making. */
const taskForm =
  (messages: ReadonlyMap<string, string>) =>
  ({ id, by, about, ...task }: Task) => ({
    ...task,
    by,
    about: about === null ? null : (messages.get(about) ?? about),
    ...(by.kind === 'rule' && !messages.has(about ?? '') ? { id } : {}),
  });

const stateForm = (state: CustomerState, identities: string[], messages: ReadonlyMap<string, string>) => ({
  identities,
  name: state.name,
  owner: state.owner?.id ?? null,
  fields: state.fields,
  messages: state.counts,
  interactions: state.interactions,
  firstContactAt: state.firstContactAt,
  lastContactAt: state.lastContactAt,
  lastActAt: state.lastActAt,
  lastPurchaseAt: lastPurchaseAt(state),
  createdAt: state.createdAt,
  topics: state.topics,
  orders: state.orders,
  payments: state.payments,
  quotes: state.quotes,
  named: state.named,
  tasks: [...state.tasks].sort((a, b) => (a.id < b.id ? -1 : 1)).map(taskForm(messages)),
  journey: state.journey,
  happened: state.happened,
  acts: state.acts,
  tags: mapped(state.tags, ({ since, causes }) => ({ since, causes: causesForm(causes, messages) })),
  suggested: mapped(state.suggested, (causes) => causesForm(causes, messages)),
  rejected: state.rejected,
  dueAt: state.dueAt,
});

/**
 * Yields every customer's folded state as one JSON line, sorted: no ids of our making, no wall times, no order of arrival. Two
 * runs of the same history give the same bytes, killed, late or shuffled.
 */
export async function* exportState({ store, inForce }: Pick<App, 'store' | 'inForce'>): AsyncGenerator<string> {
  const tree = inForce.tree();
  const lines: string[] = [];
  const line = async ({ _id, state }: Customer): Promise<string> => {
    const identities = (await store.customers.identitiesOf([_id])).map((one) => one._id).filter((key) => !key.startsWith('#'));
    const rows: Pick<KeptEvent, '_id' | 'message'>[] = await store.events.byKeys([...new Set(evidenceKeys(state))]);
    const messages = new Map(rows.map((row) => [row._id, row.message]));
    const stage = Object.keys(state.tags).find((id) => tree.isWithin(id, 'stage')) ?? null;
    return canonicalJson({ ...stateForm(state, identities.sort(), messages), stage });
  };
  for await (const customer of store.customers.each()) lines.push(await line(customer));
  yield* lines.sort();
}
