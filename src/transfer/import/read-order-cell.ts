import { decimalsOf } from '../../domain/money.ts';
import { redact } from '../../inbox/redact.ts';
import { safeId } from '../../inbox/safe-id.ts';
import { cleanAmount, cleanCurrency } from '../clean/clean-amount.ts';
import { Unclean } from '../clean/fault.ts';
import { type Draft, pastDate, type ReadCell, tooLong, unusable } from './reading.ts';

/** Takes what the sign beside an amount and the column of currencies say; ¥ is the sign of yen too. */
const takeCurrency = (sign: string | undefined, column: string | undefined, order: Draft['order']): Unclean | undefined => {
  order.currency = column ?? sign ?? '';
  const differ = sign !== undefined && column !== undefined && sign !== column && !(sign === 'CNY' && column === 'JPY');
  return differ
    ? new Unclean('currency', 'The sign beside the amount says another currency than the column of currencies: keep one.')
    : undefined;
};

const orderedAt: ReadCell = (text, { order }, reading) => {
  const at = pastDate(text, reading);
  if (at instanceof Unclean) return at;
  order.at = at;
  return undefined;
};

const amount: ReadCell = (text, { order }) => {
  const money = cleanAmount(text);
  if (money instanceof Unclean) return money;
  order.amount = money.amount;
  return money.currency === null ? undefined : takeCurrency(money.currency, order.currency, order);
};

/** How the columns of an order and of a payment are read. */
export const ORDER_CELLS = {
  order: (text, { order }) => {
    order.order = safeId(text);
    return unusable(text);
  },
  orderedAt,
  paidAt: orderedAt,
  amount,
  paid: amount,
  payment: (text, { order }) => {
    order.payment = safeId(text);
    return unusable(text);
  },
  currency: (text, { order }) => {
    const currency = cleanCurrency(text);
    if (currency instanceof Unclean) return currency;
    return takeCurrency(order.currency, currency, order);
  },
  product: (text, { order }) => {
    order.product = redact(text);
    return tooLong(text);
  },
  model: (text, { order }) => {
    order.model = redact(text);
    return tooLong(text);
  },
} satisfies Record<string, ReadCell>;

/** Whether an amount has no more decimals than its currency (semantics 0). */
export const fitsCurrency = ({ amount, currency }: { amount: number; currency: string }): boolean =>
  Number(amount.toFixed(decimalsOf(currency) ?? 2)) === amount;
