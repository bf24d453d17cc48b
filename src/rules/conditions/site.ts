import { z } from 'zod';
import { hostOf } from '../../domain/site.ts';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

/** The page visited lies on a site of ours, as `sites:` in the configuration names them; where it names none, any page does. */
export const site = conditionKind({
  word: 'site',
  schema: z.literal('ours', 'Write ours.'),
  compile: () => ({
    holds: ({ event, rules: { sites } }) => {
      if (sites.length === 0) return true;
      const url = event?.body.kind === 'fact' ? event.body.data['url'] : undefined;
      const host = typeof url === 'string' ? hostOf(url) : null;
      return host !== null && sites.some((ours) => host === ours || host.endsWith(`.${ours}`));
    },
    turnsAt: never,
    reads: ['event'],
    negates: [],
    needs: null,
  }),
});
