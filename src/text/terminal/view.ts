import type { Lang } from '../lang.ts';

/** Names that answers do not hold themselves. Whatever is not known is shown as the answer has it. */
export interface Names {
  /** A tag's group and name in the reader's language, by its id or its `group:tag` label. */
  tag?: (idOrLabel: string) => { group: string | null; name: string } | undefined;
  /** A person's name by their id. */
  person?: (id: string) => string | undefined;
}

/** How somebody looks at an answer. `zone` is an IANA time zone, `now` UTC milliseconds on the home's clock. */
export interface View {
  lang: Lang;
  colour: boolean;
  zone: string;
  now: number;
  names?: Names;
  /** Whether buttons stand under the answer, so that it need not say what to type. */
  buttons?: boolean;
}
