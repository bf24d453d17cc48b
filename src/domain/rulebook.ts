import type { Instant } from './time.ts';

export type RuleMode = 'on' | 'off';

/**
 * A rule as its author wrote it, and what its words for tags meant when it was read: a name that another tag takes later must not
 * turn the rule to that one.
 */
export interface WrittenRule {
  id: string;
  form: Record<string, unknown>;
  /** Word → id of the tag or group. */
  means: [word: string, tag: string][];
  /** Where it stands, for people. */
  file: string;
}

/**
 * All that the fold reads beside the events and the library: rules, topics as far as they count, settings, and who staff are.
 */
export interface Rulebook {
  rules: WrittenRule[];
  topics: { id: string; tags: string[]; needs: { hits: number; days: number }; demand: boolean }[];
  settings: {
    zone: string;
    currency: string;
    rates: Record<string, number>;
    silence_days: number;
    quote_days: number;
    /** Hosts of our own pages; none, or absent in a book of an older release: every page is ours. */
    sites?: string[];
    /** Minutes. */
    session_gap: number;
    /** Tags a customer may carry; null: as the library says. */
    per_customer: number | null;
  };
  people: { id: string; name: string; ids: Record<string, string> }[];
}

/** Rules that somebody switched on or off, whatever their file says. */
export type Switches = Readonly<Record<string, RuleMode>>;

/** The book in force. A new version for every change; `switches` are part of it. */
export interface StoredRulebook {
  version: number;
  book: Rulebook;
  switches: Switches;
}

const modeOf = ({ id, form }: WrittenRule, switches: Switches): RuleMode =>
  Object.hasOwn(switches, id) ? (switches[id] ?? 'on') : form['mode'] === 'off' ? 'off' : 'on';

/** What a rule said from some moment on. */
export interface RuleContent {
  version: string;
  form: WrittenRule['form'];
  /** Wall time at which it was taken over. */
  at: Instant;
}

/** The rules of a book that are on. */
export const rulesOn = ({ rules }: Rulebook, switches: Switches): WrittenRule[] =>
  rules.filter((rule) => modeOf(rule, switches) === 'on');

/** What the fold reads of a book: not what its rules are called, where and in which order they stand, and what those say that are off. */
export const foldedOf = (book: Rulebook, switches: Switches): unknown => ({
  ...book,
  rules: rulesOn(book, switches)
    .map(({ id, form: { name: _, mode: __, ...form }, means }) => ({ id, form, means }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});
