/** Whom the operator plays, or looks at. */
export interface Player {
  /** What tells players apart in a list. */
  key: string;
  name: string;
  /** The bot's own id; null until somebody new has spoken. */
  customer: string | null;
  /** The id of somebody new, by which they speak. */
  visitor: string | null;
  /** Whether the operator may speak as them. */
  mine: boolean;
}

export interface Shown {
  id: string;
  name: string | null;
  channel: string;
}

/** Somebody who never wrote before. */
export const newcomer = (name: string): Player => {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  const id = Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
  return { key: `new ${id}`, name, customer: null, visitor: `visitor-${id}`, mine: true };
};

export const playerOf = ({ id, name }: Shown, mine: boolean): Player => ({
  ...{ key: id, name: name ?? id, customer: id, visitor: null, mine },
});
