/** What the name of a label says: card_arrival, CardArrival and card/arrival are all card arrival. */
export const labelWords = (label: string): string =>
  label
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_/.:\-\s]+/g, ' ')
    .trim();
