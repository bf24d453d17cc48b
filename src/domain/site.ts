/** Longer addresses are cut before they are read, UTF-16 units. */
const ADDRESS_LENGTH = 2048;

/** The host of an address, in the one spelling that every browser gives it; null where it names none. */
export const hostOf = (address: string): string | null => {
  const [, rest] = /^(?:https?:)?\/\/(.*)$/is.exec(address.trim().slice(0, ADDRESS_LENGTH)) ?? [];
  if (rest === undefined || !URL.canParse(`http://${rest}`)) return null;
  return new URL(`http://${rest}`).hostname.replace(/\.$/, '');
};
