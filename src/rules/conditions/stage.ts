import { z } from 'zod';
import { stageHeld } from '../../domain/stage.ts';
import { DAY } from '../../domain/time.ts';
import { never, type View } from '../condition.ts';
import { conditionKind } from './kind.ts';

/** Where a customer stands in the funnel, and for how many days (strictly longer). */
export const stage = conditionKind({
  word: 'stage',
  schema: z.strictObject({
    is: z.string('Write a stage here.'),
    longer_than: z.number('Write a number of days.').gt(0).max(36_500).optional(),
  }),
  compile: ({ is, longer_than: days }, { stageOf }) => {
    const id = stageOf(is);
    // Strictly longer: a millisecond after.
    const from = (since: number) => since + (days ?? 0) * DAY + (days === undefined ? 0 : 1);
    const held = ({ carried, rules }: View) => {
      const stands = stageHeld({ tags: carried }, rules.tree);
      return stands?.id === id ? stands : null;
    };
    return {
      holds: (view) => {
        const stands = held(view);
        return stands !== null && view.at >= from(stands.since);
      },
      turnsAt:
        days === undefined
          ? never
          : (view) => {
              const stands = held(view);
              return stands && from(stands.since) > view.at ? from(stands.since) : null;
            },
      reads: [`tag:${id}`],
      negates: [],
      needs: [{ kind: 'tag', id }],
    };
  },
});
