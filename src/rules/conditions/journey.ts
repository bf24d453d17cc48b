import { z } from 'zod';
import { JOURNEY_NAMES, JOURNEY_NODES, type JourneyNode, reachedAt, TRIAL_TAG } from '../../domain/journey.ts';
import { DAY } from '../../domain/time.ts';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const NAMES = new Map(JOURNEY_NODES.flatMap((node) => [node, ...Object.values(JOURNEY_NAMES[node])].map((word) => [word, node])));
const ONE_OF = `Write one of ${[...NAMES.keys()].join(', ')}.`;

/** What each node rests on, by the names that conditions read. */
const READS: Record<JourneyNode, string> = { inquiry: 'journey', trial: `topic:${TRIAL_TAG}`, deal: 'orders', renewal: 'orders' };

/** Whether a customer came to a node of their way: ever, within so many days, or longer ago than that (strictly). */
export const journey = conditionKind({
  word: 'journey',
  schema: z
    .strictObject({
      node: z.string(ONE_OF).transform((word, context) => {
        const node = NAMES.get(word);
        if (node === undefined) context.addIssue({ code: 'custom', message: ONE_OF });
        return node ?? 'inquiry';
      }),
      days: z.number('Write a number of days.').gt(0).max(36_500).optional(),
      longer_than: z.number('Write a number of days.').gt(0).max(36_500).optional(),
    })
    .refine(
      ({ days, longer_than: longer }) => days === undefined || longer === undefined,
      'Write days or longer_than, not both.',
    ),
  compile: ({ node, days, longer_than: longer }) => {
    /** The moment at which the answer turns, after a node that was reached. */
    const turn = (at: number): number | null =>
      days === undefined ? (longer === undefined ? null : at + longer * DAY + 1) : at + days * DAY;
    return {
      holds: ({ state, at }) => {
        const since = reachedAt(state, node);
        if (since === null) return false;
        const turned = (turn(since) ?? Infinity) <= at;
        return longer === undefined ? !turned : turned;
      },
      turnsAt:
        days === undefined && longer === undefined
          ? never
          : ({ state, at }) => {
              const since = reachedAt(state, node);
              const moment = since === null ? null : turn(since);
              return moment !== null && moment > at ? moment : null;
            },
      reads: [READS[node]],
      negates: [],
      needs: null,
    };
  },
});
