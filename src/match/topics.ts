/** How many hits within how many days make a topic count. */
export interface Needs {
  hits: number;
  days: number;
}

/** One thing customers speak of, gathered from all packs (zh, en) that name it. */
export interface Topic {
  id: string;
  /** Ids of the library tags that it gives, all at the same moment. */
  tags: string[];
  needs: Needs;
  /** Whether it is a demand: a refusal takes demands back, never complaints. */
  demand: boolean;
  /** Fingerprint over the packs it was made of. */
  version: string;
  phrases: string[];
  /** Messages that its packs give as examples of it. */
  examples?: readonly string[];
  /** Words in which its phrases mean something else: 手续费 for 续费. */
  except?: readonly string[];
  /** Words that count only as all that a clause says: 急, price. */
  alone?: readonly string[];
}
