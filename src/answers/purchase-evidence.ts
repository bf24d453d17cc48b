import type { App } from '../app.ts';
import type { CauseAnswer, EvidenceAnswer } from '../domain/answers.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { BOUGHT } from '../domain/product.ts';
import { type Purchase, purchasesOf } from '../domain/purchases.ts';
import { factEvidence } from './cause-answers.ts';

/** As many as other causes keep. */
const MOST = 5;

/** Rules about purchases look at the customer's orders, not at one event: what their causes rest on is found in the payments. */
const restsOnPurchases = ({ kind, evidence }: CauseAnswer): boolean => kind === 'rule' && evidence.length === 0;

/** A payment may leave it to its quote to say which order it is for. */
const paysFor = ({ body }: KeptEvent, { order }: Purchase): boolean => {
  const named = body.kind === 'fact' ? (body.data['order'] ?? null) : null;
  return named === null || String(named) === order;
};

/** Gives the causes of 已购 tags the payments that they rest on, the newest last; those of other tags stay as they are. */
export const createPurchaseEvidence = async (
  app: App,
  customer: string,
  state: CustomerState,
  tags: readonly string[],
): Promise<(tag: string, causes: CauseAnswer[]) => CauseAnswer[]> => {
  const { tree, catalogue } = app.inForce.rules();
  const bought = tags.filter((tag) => tree.isWithin(tag, BOUGHT));
  if (bought.length === 0) return (_, causes) => causes;
  const purchases = purchasesOf(state).sort((a, b) => a.at - b.at);
  const keys = await app.store.customers.keysOf(customer);
  const events = await app.store.events.factsAt(keys, 'payment', [...new Set(purchases.map(({ at }) => at))]);
  const evidenceOf = (tag: string): EvidenceAnswer[] => {
    const rest = new Set(events);
    return purchases.flatMap((one) => {
      if (catalogue.boughtTag(one) !== tag) return [];
      const found = [...rest].find((event) => event.at === one.at && paysFor(event, one));
      if (!found) return [];
      rest.delete(found);
      return [factEvidence(found, one.at)];
    });
  };
  return (tag, causes) => {
    if (!bought.includes(tag)) return causes;
    const evidence = evidenceOf(tag);
    return causes.map((cause) =>
      restsOnPurchases(cause) ? { ...cause, count: evidence.length, evidence: evidence.slice(-MOST) } : cause,
    );
  };
};
