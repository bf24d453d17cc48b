/** Amounts are kept as whole minor units of the home currency. */
export type Minor = number;

/** How many decimals a currency has; undefined where there is no such currency (ISO 4217). */
export const decimalsOf = (currency: string): number | undefined => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  } catch {
    return undefined;
  }
};

/** The home currency, and what one unit of another one is worth in it. */
export interface Currencies {
  home: string;
  rates: Readonly<Record<string, number>>;
}

/** An amount in the home currency's minor units; null for a currency without a rate: it does not count (semantics 0). */
export const toMinor = (amount: number, currency: string, { home, rates }: Currencies): Minor | null => {
  const rate = currency === home ? 1 : rates[currency];
  return rate === undefined ? null : Math.round(amount * rate * 10 ** (decimalsOf(home) ?? 2));
};

/** Back to the main unit, as amounts go out. */
export const fromMinor = (minor: Minor, home: string): number => minor / 10 ** (decimalsOf(home) ?? 2);
