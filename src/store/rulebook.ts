import { canonicalJson } from '../domain/canonical-json.ts';
import type { Rulebook, StoredRulebook, Switches, WrittenRule } from '../domain/rulebook.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { ConflictError, isConflict } from './faults.ts';
import { inTransaction } from './transaction.ts';

/** Contents kept a rule. */
const KEPT = 20;

/** What a rule said from some moment on. */
export interface RuleContent {
  version: string;
  form: WrittenRule['form'];
  /** Wall time at which it was taken over. */
  at: Instant;
}

/** What a change of the book brings. */
export interface RulebookChange {
  book: Rulebook;
  switches: Switches;
  /** Whether it concerns the state of customers. */
  concerns: boolean;
  at: Instant;
}

const contentKey = (id: string): string => `rule:${id}`;

/** The rules in force with all that belongs to them, and what each rule said before. */
export const createRulebookStore = ({ connection, meta }: Collections) => {
  const read = async (): Promise<StoredRulebook | null> => {
    const found = await meta.findById('rules').lean<{ version: number; text: string; switches: Switches }>();
    return found && { version: found.version, book: JSON.parse(found.text) as Rulebook, switches: found.switches };
  };

  return {
    read,

    /** Stores a changed book when the stored one is still `before` (null: none yet); false when somebody was faster. */
    save: async (before: StoredRulebook | null, { book, switches, concerns, at }: RulebookChange): Promise<boolean> => {
      const version = (before?.version ?? 0) + 1;
      const sweep = { version, at, tags: [], everybody: true };
      const was = new Map(before?.book.rules.map(({ id, form }) => [id, canonicalJson(form)]));
      const fresh = book.rules.filter(({ id, form }) => was.get(id) !== canonicalJson(form));
      try {
        await inTransaction(connection, async (session) => {
          const set = { version, text: canonicalJson(book), switches, ...(concerns ? { sweep } : {}) };
          const filter = { _id: 'rules' as never, ...(before ? { version: before.version } : { version: { $exists: false } }) };
          const result = await meta.collection.updateOne(filter, { $set: set }, { upsert: before === null, session });
          if (result.matchedCount + result.upsertedCount !== 1) throw new ConflictError('rules');
          for (const { id, form } of fresh) {
            const content = { version: String(form['version'] ?? 1), form: JSON.stringify(form), at };
            const push = { $push: { contents: { $each: [content], $slice: -KEPT } } };
            await meta.collection.updateOne({ _id: contentKey(id) as never }, push as object, { upsert: true, session });
          }
        });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },

    /** What a rule said, the oldest first. */
    contents: async (id: string): Promise<RuleContent[]> => {
      const found = await meta.findById(contentKey(id)).lean<{ contents: { version: string; form: string; at: Instant }[] }>();
      return (found?.contents ?? []).map(({ form, ...rest }) => ({ ...rest, form: JSON.parse(form) as WrittenRule['form'] }));
    },
  };
};
