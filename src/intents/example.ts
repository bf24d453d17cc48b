/** A message and the intent that somebody gave it. */
export interface Example {
  text: string;
  label: string;
  /** Further intents that an honest reader would accept. */
  also?: readonly string[];
}

/** An example and the line of its file. */
export interface Labelled extends Example {
  line: number;
}
