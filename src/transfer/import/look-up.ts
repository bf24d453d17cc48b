import { importOf } from '../../domain/import-run.ts';
import type { Store } from '../../store/store.ts';
import { hashIn } from './sendings.ts';

/** What the base knows of the customers of a page beside themselves. */
export interface Known {
  /** Customer → the identity that their rows go under. */
  identity: ReadonlyMap<string, string>;
  /** Customer → the hashes of their joining keys. */
  keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Customer → scope → hashes of what tables said before, oldest first. */
  said: ReadonlyMap<string, ReadonlyMap<string, string[]>>;
}

/** Looks up what rows about these customers are held against. */
export const lookUp = async ({ customers, events, deeds }: Store, ids: string[]): Promise<Known> => {
  const rows = (await customers.identitiesOf(ids)).sort((a, b) => (a._id < b._id ? -1 : 1));
  const identity = new Map<string, string>();
  const keys = new Map<string, Set<string>>();
  for (const { _id, customer } of rows) {
    if (_id.startsWith('#')) keys.set(customer, (keys.get(customer) ?? new Set()).add(_id.slice(1)));
    else if (!identity.has(customer)) identity.set(customer, _id);
  }
  const owners = new Map(rows.map(({ _id, customer }) => [_id, customer]));
  const said = new Map<string, Map<string, string[]>>();
  const own = [...owners.keys()].filter((key) => !key.startsWith('#'));
  const imported = await events.importedOf(own);
  // What was taken back was never said.
  const undone = await deeds.undoneAmong([...new Set(imported.flatMap((one) => importOf(one._id) ?? []))]);
  const undos = undone.length === 0 ? [] : await events.undosAmong(undone, own);
  const takenBack = new Set(undos.map((one) => `${one.undone} ${owners.get(one.identity)}`));
  for (const { _id, identity: of, conversation } of imported) {
    const customer = owners.get(of ?? '') ?? '';
    if (takenBack.has(`${importOf(_id)} ${customer}`)) continue;
    const scopes = said.get(customer) ?? new Map<string, string[]>();
    said.set(customer, scopes.set(conversation, [...(scopes.get(conversation) ?? []), hashIn(_id)]));
  }
  return { identity, keys, said };
};
