import type { CustomerState, Facts } from './customer.ts';
import type { Minor } from './money.ts';
import { lastPurchaseAt } from './purchases.ts';
import { silentSince } from './silence.ts';
import { orderTimes, SPEND_DAYS, spendItems, spentEver, spentWithin } from './spend.ts';
import { nameKey } from './tag-name.ts';
import { DAY, type Instant } from './time.ts';

/** The days in which `互动` counts. */
export const INTERACTION_DAYS = 30;

/** A field of the profile, or `owner`, with its value folded: equal for values that differ in case or width only. */
export const fieldKey = (field: string, value: unknown): string => `${field}:${nameKey(String(value))}`;

/** Stands where the owner would, for those without one. */
export const NO_OWNER = 'owner:';

const profileOf = ({ fields, name, owner }: CustomerState): string[] => {
  const keys = Object.entries(fields).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => fieldKey(field, one)),
  );
  const owned = owner ? [owner.id, owner.name].flatMap((word) => (word === null ? [] : fieldKey('owner', word))) : [NO_OWNER];
  return [...new Set([...keys, ...(name === null ? [] : [fieldKey('name', name)]), ...owned])].sort();
};

const averageOrder = (state: CustomerState): Minor => {
  const orders = orderTimes(state).length;
  return orders === 0 ? 0 : Math.round(spentEver(state) / orders);
};

/** The facts of a customer at one moment; true until `factsTurnAt`. */
export const factsOf = (state: CustomerState, at: Instant): Facts => ({
  spend: spentWithin(state, at),
  totalSpend: spentEver(state),
  averageOrder: averageOrder(state),
  orders: orderTimes(state).length,
  interactions: state.acts.filter((time) => time > at - INTERACTION_DAYS * DAY && time <= at).length,
  referrals: state.happened['referral']?.length ?? 0,
  complaints: state.topics['complaint'] ?? 0,
  silentSince: silentSince(state),
  contactAt: state.lastContactAt ?? state.importedContactAt ?? state.createdAt,
  lastPurchaseAt: lastPurchaseAt(state),
  createdAt: state.createdAt,
  birthYear: typeof state.fields['birthYear'] === 'number' ? state.fields['birthYear'] : null,
  profile: profileOf(state),
});

/** The next moment after `at` at which something leaves a window of the facts, or null. */
export const factsTurnAt = (state: CustomerState, at: Instant): Instant | null => {
  const leaving = [
    ...spendItems(state).map((item) => item.at + SPEND_DAYS * DAY),
    ...state.acts.map((time) => time + INTERACTION_DAYS * DAY),
  ];
  return leaving.reduce<Instant | null>((first, one) => (one > at && (first === null || one < first) ? one : first), null);
};
