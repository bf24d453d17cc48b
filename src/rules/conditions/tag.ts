import { z } from 'zod';
import type { Tagging } from '../../domain/cause.ts';
import { DAY } from '../../domain/time.ts';
import type { View } from '../condition.ts';
import { earliest, never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const name = z.string('Write a tag here.');

/** The customer carries this tag, or one below it, optionally for longer than so many days. */
export const tag = conditionKind({
  word: 'tag',
  schema: z.union([
    name.transform((is) => ({ is, longer_than: undefined })),
    z.strictObject({ is: name, longer_than: z.number('Write a number of days.').gt(0).max(36_500).optional() }),
  ]),
  compile: ({ is, longer_than: days }, { tag: idOf, tree }) => {
    const ids = tree.descendants(idOf(is));
    const from = (since: number) => (days === undefined ? since : since + days * DAY + 1);
    const moments = ({ carried }: View) => ids.flatMap((id) => (carried[id] ? [from(carried[id].since)] : []));
    return {
      holds: ({ carried, at }) => {
        // Most are not there, and hasOwn says so several times faster than a look that finds nothing.
        for (const id of ids) if (Object.hasOwn(carried, id) && from((carried[id] as Tagging).since) <= at) return true;
        return false;
      },
      turnsAt: days === undefined ? never : (view) => earliest(moments(view).filter((moment) => moment > view.at)),
      reads: ids.map((id) => `tag:${id}`),
      negates: [],
      needs: ids.map((id) => ({ kind: 'tag' as const, id })),
    };
  },
});
