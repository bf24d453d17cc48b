import type { Cause } from '../domain/cause.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

/** How often a source did something to a tag in one step of a window; steps count back from its end. */
export interface Given {
  tag: string;
  by: Pick<Cause, 'kind' | 'id'>;
  step: number;
  count: number;
  last: Instant;
}

/** The index that has all that is asked here, so that no row is read. */
const INDEX = { tag: 1, action: 1, at: -1, 'cause.kind': 1, 'cause.id': 1, reason: 1 } as const;

/** What only gave back or anew what was there: nothing happened to the customer. */
const NO_NEWS = ['library', 'rules', 'merged', 'undone'] satisfies LedgerRow['reason'][];

/** How tags come to be given, as the history tells it. What it costs grows with the window asked for, not with the history. */
export const createUsage = ({ ledger }: Collections) => ({
  /**
   * How often these tags saw this action in so many steps up to and including `to`, by tag, source and step. '' is the tag of tasks.
   * @param length of a step, ms
   */
  given: (
    tags: readonly string[],
    action: LedgerRow['action'],
    { to, length, steps }: { to: Instant; length: number; steps: number },
  ): Promise<Given[]> =>
    ledger
      .aggregate<Given>([
        { $match: { tag: { $in: [...tags] }, action, at: { $gt: to - length * steps, $lte: to }, reason: { $nin: NO_NEWS } } },
        {
          $group: {
            _id: {
              ...{ tag: '$tag', kind: '$cause.kind', id: '$cause.id' },
              step: { $floor: { $divide: [{ $subtract: [to, '$at'] }, length] } },
            },
            count: { $sum: 1 },
            last: { $max: '$at' },
          },
        },
        { $project: { _id: 0, tag: '$_id.tag', by: { kind: '$_id.kind', id: '$_id.id' }, step: '$_id.step', count: 1, last: 1 } },
      ])
      .hint(INDEX),

  /** When each of these tags was last given, up to `to`; those never given are missing. */
  lastGiven: async (tags: readonly string[], to: Instant): Promise<Map<string, Instant>> => {
    const rows = await Promise.all(
      tags.map((tag) =>
        ledger
          .findOne({ tag, action: 'add', at: { $lte: to }, reason: { $nin: NO_NEWS } }, { _id: 0, tag: 1, at: 1 })
          .sort({ at: -1 })
          .hint(INDEX)
          .lean<Pick<LedgerRow, 'tag' | 'at'>>(),
      ),
    );
    return new Map(rows.flatMap((row) => (row ? [[row.tag, row.at]] : [])));
  },

  /** The intents to whose tags people said yes in this window, once for every yes. */
  confirmedIntents: async (from: Instant, to: Instant): Promise<string[]> => {
    const rows = await ledger
      .find({ about: { $exists: true }, action: 'add', at: { $gt: from, $lte: to } }, { about: 1 })
      .lean<Pick<LedgerRow, 'about'>[]>();
    return rows.flatMap(({ about = [] }) => [...new Set(about.map(({ intent }) => intent))]);
  },
});

export type Usage = ReturnType<typeof createUsage>;
