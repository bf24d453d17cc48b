/** What a row of a table was understood as, for whoever looks before importing. Contacts are masked as they are kept. */
export interface UnderstoodRow {
  row: number;
  customer: string;
  standing: 'new' | 'updated' | 'unchanged';
  name: string | null;
  fields: Record<string, unknown>;
  owner: string | null;
  tags: string[];
  payment: { order: string | null; at: string; amount: number; currency: string } | null;
  order: { order: string; at: string; amount: number; currency: string; product: string | null; model: string | null } | null;
}

export interface Standings {
  new: number;
  updated: number;
  unchanged: number;
}

/** Why one row was not taken; `kind` is what `errors` counts by. */
export interface RowProblem {
  row: number;
  heading: string | null;
  kind: string;
  message: string;
}

/** What an import did, or with `preview` what it would do. */
export interface ImportAnswer {
  file: string;
  preview: boolean;
  of: 'customers' | 'tags' | 'orders' | 'payments';
  asOf: string;
  format: 'csv' | 'xlsx';
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  /** Sheets that were not read. */
  otherSheets: string[];
  /** `means`: the field, `column`, or group of tags; null for a column that is left out. `known`: whether anybody knows the heading. */
  columns: { heading: string; means: string | null; known: boolean }[];
  rows: number;
  customers: Standings;
  /** Of a table of orders only. */
  orders?: Standings;
  /** Of a table of payments only. */
  payments?: Standings;
  /** Rows that say the same as an earlier one. */
  duplicates: number;
  failed: number;
  /** Rows by what is wrong with them; one with two faults counts under both. */
  errors: Record<string, number>;
  /** The first of them. */
  problems: RowProblem[];
  /** Restricted tags that the table sets, with their rows. */
  restricted: { tag: string; rows: number }[];
  /** Tags of rows that were taken which the customer did not get: a person chose otherwise or turned them down, or they are further on. */
  heldBack: { tag: string; rows: number }[];
  /** Currencies of orders and payments that have no rate, with their rows: their amounts count nothing. */
  uncounted: { currency: string; rows: number }[];
  /** The first rows as they were understood; absent in what was done. */
  sample?: UnderstoodRow[];
  /** Whether it changed anything, which `undo` takes back. */
  undoable: boolean;
  /** Where the rows lie that were not taken; null where there are none. */
  errorsFile: string | null;
  seconds: number;
  perSecond: number;
}
