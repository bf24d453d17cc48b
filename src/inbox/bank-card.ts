/** Prefixes of UnionPay and of the banks' cards before it: rare enough by chance that Luhn alone makes them sure. */
const UNIONPAY = /^(?:62\d|955)\d{13,16}$/;
/** Visa, Mastercard, JCB, Discover at 16 digits, American Express at 15: what a fifth of all 16-digit numbers begin with. */
const OTHER_BRANDS =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|4[4-9]\d|5\d\d)\d{12}|3[47]\d{13})$/;

/**
 * The kind of bank card that these digits are, by issuer prefix, length and Luhn (ISO/IEC 7812-1); null where they are none.
 * Of random numbers of 16 to 19 digits one in a thousand is `unionpay`, of those of 16 digits one in fifty `other`.
 */
export function bankCard(digits: string): 'unionpay' | 'other' | null {
  const kind = UNIONPAY.test(digits) ? 'unionpay' : OTHER_BRANDS.test(digits) ? 'other' : null;
  return kind !== null && luhn(digits) ? kind : null;
}

function luhn(digits: string): boolean {
  let sum = 0;
  let doubled = false;
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const value = digits.charCodeAt(at) - 48;
    sum += doubled ? (value > 4 ? value * 2 - 9 : value * 2) : value;
    doubled = !doubled;
  }
  return sum % 10 === 0;
}
