/** A tag that can be put on a customer. What is absent is no: names in English, a restriction, users. */
export interface ChoiceAnswer {
  id: string;
  name: string;
  en?: string;
  colour: string;
  /** Not for whoever asks. */
  restricted?: true;
  /** How many customers carry it, or one below it. */
  customers?: number;
  /** How often whoever asks has put it on by hand lately. */
  own?: number;
}

export interface ChoiceGroupAnswer {
  id: string;
  name: string;
  en?: string;
  /** How the group is used, in the words of whoever keeps the library. */
  note?: string;
  tags: ChoiceAnswer[];
}

/** What pages need of the library to choose tags and to name them: groups in its order, those with no tags of their own left out. */
export interface ChoicesAnswer {
  version: number;
  groups: ChoiceGroupAnswer[];
  /** Tags outside every group. */
  others: ChoiceAnswer[];
  /** The stages of a customer, first to last, by id. */
  stages: string[];
}
