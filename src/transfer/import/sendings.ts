import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Body, ImportBody, Incoming, KeptEvent } from '../../domain/event.ts';
import { importRun } from '../../domain/import-run.ts';
import { identityParts } from '../../domain/key.ts';
import type { Actor } from '../../domain/person.ts';
import type { Instant } from '../../domain/time.ts';
import { redact } from '../../inbox/redact.ts';
import { CHANNEL } from './channel.ts';
import type { OrderStatement, PaymentStatement, Statement } from './statement.ts';

/** One import under way. */
export interface ImportRun {
  /** The file's own name: what the history calls it. */
  file: string;
  actor: Actor;
  /** The home's moment that customers and tags are of. */
  at: Instant;
  /** When it began, wall time: of two imports, the later one counts. */
  began: Instant;
}

/** An event on its way into the inbox, with the marks that it gets there. */
export interface Sending {
  incoming: Incoming;
  marks: Partial<KeptEvent>;
}

const sha256 = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length);

/** What a row says of a customer, as one word: the same for whatever spelling, row and file. */
export const statementHash = ({ who, fields, tags, owner }: Statement): string =>
  sha256(canonicalJson({ name: who.name, keys: [...who.keys].sort(), fields, tags: [...tags].sort(), owner }), 24);

export const orderHash = (order: OrderStatement): string => sha256(canonicalJson(order), 24);

/** Under which heading the history keeps what tables say of one order. */
export const orderScope = (order: string): string => `order:${sha256(order, 16)}`;

export const paymentHash = (payment: PaymentStatement): string => sha256(canonicalJson(payment), 24);

/** Under which heading the history keeps what tables say of a payment: by its number, else with all others of its order. */
export const paymentScope = ({ number, order }: PaymentStatement): string =>
  `payment:${sha256(number === null ? `order ${order ?? ''}` : `number ${number}`, 16)}`;

/** The hash in the key of an event that came by import. */
export const hashIn = (key: string): string => key.slice(key.lastIndexOf('-') + 1);

/**
 * The key of an event: equal content of one import comes to one key, so that what was killed goes on. Like those of commands, they sort
 * after all keys of platforms of the same moment, and among each other as imports were begun.
 */
const keyOf = ({ began }: ImportRun, identity: string, scope: string, hash: string): string =>
  `${importRun(began)}-${sha256(`${identity}\n${scope}`, 16)}-${hash}`;

const sending = (
  run: ImportRun,
  { row, who }: Statement,
  to: { identity: string; isNew: boolean },
  what: { at: Instant; scope: string; hash: string; body: Body },
): Sending => {
  const name = who.name ?? (to.isNew ? who.word : null);
  const incoming: Incoming = {
    ...{ id: `${run.file}:${row}`, at: what.at, channel: CHANNEL, account: '', conversation: what.scope, from: 'system' },
    ...{
      customer: to.isNew ? { id: identityParts(to.identity).id, name, key: null } : null,
      body: what.body,
      agent: null,
      extra: {},
    },
  };
  const known = to.isNew ? {} : { identity: to.identity, name: name === null ? null : redact(name) };
  return { incoming, marks: { _id: keyOf(run, to.identity, what.scope, what.hash), ...known } };
};

/** What a row says of the customer, as the history keeps it. */
export const importBody = ({ file, actor }: ImportRun, { fields, contacts, tags, owner, who }: Statement): ImportBody => ({
  ...{ kind: 'import', actor: { id: actor.id, role: actor.role }, file, tags, fields, owner, keys: who.keys },
  ...(Object.keys(contacts).length > 0
    ? { contacts: Object.fromEntries(Object.entries(contacts).map(([field, { key }]) => [field, key])) }
    : {}),
});

export const customerSending = (
  run: ImportRun,
  statement: Statement,
  to: { identity: string; isNew: boolean },
  scope: string,
): Sending => {
  const body = importBody(run, statement);
  return sending(run, statement, to, { at: run.at, scope, hash: statementHash(statement), body });
};

/** The order of a row: a fact of its own day. */
export const orderSending = (
  run: ImportRun,
  statement: Statement,
  to: { identity: string; isNew: boolean },
  { at, ...order }: OrderStatement,
): Sending => {
  const data = Object.fromEntries(Object.entries(order).filter(([, value]) => value !== null));
  const body: Body = { kind: 'fact', name: 'order', data };
  return sending(run, statement, to, { at, scope: orderScope(order.order), hash: orderHash({ at, ...order }), body });
};

/** The payment of a row: a fact of its own day. */
export const paymentSending = (
  run: ImportRun,
  statement: Statement,
  to: { identity: string; isNew: boolean },
  payment: PaymentStatement,
): Sending => {
  const { at, number: _number, ...rest } = payment;
  const data = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const body: Body = { kind: 'fact', name: 'payment', data };
  return sending(run, statement, to, { at, scope: paymentScope(payment), hash: paymentHash(payment), body });
};
