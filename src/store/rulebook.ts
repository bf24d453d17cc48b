import type { ClientSession } from 'mongoose';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Rulebook, RuleContent, StoredRulebook, Switches, WrittenRule } from '../domain/rulebook.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { ConflictError, isConflict } from './faults.ts';
import { inOrder } from './ledger.ts';
import { inTransaction } from './transaction.ts';

/** Contents kept a rule. */
const KEPT = 20;

/** What a change of the book brings. */
export interface RulebookChange {
  book: Rulebook;
  switches: Switches;
  /** Whether it concerns the state of customers. */
  concerns: boolean;
  at: Instant;
  /** The history's line of it, where a person made it. */
  row?: LedgerRow | undefined;
}

interface KeptContents {
  _id: string;
  contents: { version: string; form: string; at: Instant }[];
}

const contentsOf = (found: KeptContents | null): RuleContent[] =>
  (found?.contents ?? []).map(({ version, form, at }) => ({ version, form: JSON.parse(form) as WrittenRule['form'], at }));

const contentKey = (id: string): string => `rule:${id}`;

/** The rules in force with all that belongs to them, and what each rule said before. */
export const createRulebookStore = ({ connection, meta, ledger }: Collections) => {
  const read = async (): Promise<StoredRulebook | null> => {
    const found = await meta.findById('rules').lean<{ version: number; text: string; switches: Switches }>();
    return found && { version: found.version, book: JSON.parse(found.text) as Rulebook, switches: found.switches };
  };

  /** Notes what rules say now that said something else before. */
  const note = async (before: StoredRulebook | null, { rules }: Rulebook, at: Instant, session: ClientSession): Promise<void> => {
    const was = new Map(before?.book.rules.map(({ id, form }) => [id, canonicalJson(form)]));
    for (const { id, form } of rules.filter((rule) => was.get(rule.id) !== canonicalJson(rule.form))) {
      const content = { version: String(form['version'] ?? 1), form: JSON.stringify(form), at };
      const push = { $push: { contents: { $each: [content], $slice: -KEPT } } };
      await meta.collection.updateOne({ _id: contentKey(id) as never }, push as object, { upsert: true, session });
    }
  };

  return {
    read,

    /** Stores a changed book when the stored one is still `before` (null: none yet); false when somebody was faster. */
    save: async (before: StoredRulebook | null, { book, switches, concerns, at, row }: RulebookChange): Promise<boolean> => {
      const version = (before?.version ?? 0) + 1;
      const sweep = { version, at, tags: [], everybody: true };
      try {
        await inTransaction(connection, async (session) => {
          const set = { version, text: canonicalJson(book), switches, ...(concerns ? { sweep } : {}) };
          const filter = { _id: 'rules' as never, ...(before ? { version: before.version } : { version: { $exists: false } }) };
          const result = await meta.collection.updateOne(filter, { $set: set }, { upsert: before === null, session });
          if (result.matchedCount + result.upsertedCount !== 1) throw new ConflictError('rules');
          if (row) await ledger.collection.insertMany(inOrder([row]) as never[], { session });
          await note(before, book, at, session);
        });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },

    /** What a rule said, the oldest first. */
    contents: async (id: string): Promise<RuleContent[]> => {
      const found = await meta.findById(contentKey(id)).lean<KeptContents>();
      return contentsOf(found);
    },

    /** The same of all rules, by id. */
    allContents: async (): Promise<Map<string, RuleContent[]>> => {
      const found = await meta.find({ _id: /^rule:/ } as object).lean<KeptContents[]>();
      return new Map(found.map((one) => [one._id.slice(contentKey('').length), contentsOf(one)]));
    },
  };
};
