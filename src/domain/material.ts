/** What a piece of material is: words to send, a case to tell, an address to send, a file to fetch. */
export const MATERIAL_KINDS = ['reply', 'case', 'link', 'file'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** A piece of material as a file has it. `when` is a query of the language of `/segment`. */
export interface Piece {
  id: string;
  title: string;
  kind: MaterialKind;
  when: string;
  text?: string | undefined;
  /** Always https. */
  url?: string | undefined;
  /** The language of its words; absent: it does not matter. */
  lang?: 'zh' | 'en' | undefined;
}

export interface PieceAnswer {
  id: string;
  title: string;
  kind: MaterialKind;
  text: string | null;
  url: string | null;
  lang: 'zh' | 'en' | null;
  when: string;
}

/** The material that fits a customer, the most telling first. */
export interface MaterialAnswer {
  customer: { id: string; name: string | null };
  asOf: string;
  /** How many pieces there are for all customers together. */
  of: number;
  /** How many fit; more than are told here where there are too many. */
  count: number;
  material: PieceAnswer[];
}
