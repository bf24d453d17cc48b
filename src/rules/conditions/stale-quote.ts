import { z } from 'zod';
import { STAGE } from '../../domain/stage.ts';
import { isStale, QUOTING, staleFrom, waitingQuotes } from '../../domain/stale-quotes.ts';
import { earliest } from '../condition.ts';
import { conditionKind } from './kind.ts';

/** Some quote has been open for longer than so many days, or the `quote_days` of the configuration, while the customer stands in 报价中. */
export const staleQuote = conditionKind({
  word: 'stale_quote',
  schema: z.strictObject({ longer_than: z.number('Write a number of days.').gt(0).max(3650).optional() }),
  compile: ({ longer_than: days }, { tree }) => ({
    holds: ({ state, at, rules }) => waitingQuotes(state, rules.tree).some((one) => isStale(one, at, days ?? rules.quoteDays)),
    turnsAt: ({ state, at, rules }) =>
      earliest(
        waitingQuotes(state, rules.tree).map((one) => {
          const from = staleFrom(one, days ?? rules.quoteDays);
          return from > at ? from : null;
        }),
      ),
    reads: ['quotes', ...tree.descendants(STAGE).map((id) => `tag:${id}`)],
    negates: [],
    needs: [{ kind: 'tag', id: QUOTING }],
  }),
});
