import { z } from 'zod';
import { silentSince } from '../../domain/silence.ts';
import { DAY } from '../../domain/time.ts';
import type { View } from '../condition.ts';
import { conditionKind } from './kind.ts';

/** Silent for so many days, exactly that many included; without a number, the `silence_days` of the configuration. */
export const silence = conditionKind({
  word: 'silence',
  schema: z.strictObject({ at_least: z.number('Write a number of days.').gt(0).max(36_500).optional() }),
  compile: ({ at_least }) => {
    const from = (view: View) => silentSince(view.state) + (at_least ?? view.rules.silenceDays) * DAY;
    return {
      holds: (view) => view.at >= from(view),
      turnsAt: (view) => (from(view) > view.at ? from(view) : null),
      reads: ['silence'],
      negates: [],
      needs: null,
    };
  },
});
