import { z } from 'zod';
import { purchasesOf } from '../../domain/purchases.ts';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

/** The model at hand was paid for, and neither cancelled nor refunded in full; only beside `tag: 已购-<model>`. */
export const bought = conditionKind({
  word: 'bought',
  schema: z.literal('<model>', 'Write <model>.'),
  compile: () => ({
    holds: ({ state, rules: { catalogue }, member }) =>
      member !== undefined && purchasesOf(state).some((one) => catalogue.boughtTag(one) === member),
    turnsAt: never,
    reads: ['purchases'],
    negates: [],
    needs: null,
  }),
});
