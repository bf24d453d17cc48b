import { tagsAnswer } from '../answers/tags-answer.ts';
import { STAGE, stageHeld } from '../domain/stage.ts';
import { UserError } from '../errors.ts';
import { changeCustomer } from './change-customer.ts';
import { checkBackward } from './check-backward.ts';
import type { Command, Context } from './command.ts';
import { emptyChange } from './command-event.ts';
import { findCustomer } from './find-customer.ts';
import { findTag } from './find-tag.ts';
import { readArgs } from './read-args.ts';
import { changedReply } from './tag.ts';

/** The stage that the last word names, if it names one. */
const stageNamed = (word: string | undefined, within: (id: string) => boolean, find: (word: string) => string): string | null => {
  if (word === undefined) return null;
  try {
    const id = find(word);
    return within(id) && id !== STAGE ? id : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
};

/**
 * Who named a customer and no stage that there is, is told of the stage and not of the customer.
 * @throws UserError `unknown_tag` with the nearest stage; else the error given.
 */
const wrongStage = async (context: Context, words: readonly string[], error: unknown): Promise<never> => {
  const known = words.length > 1 && error instanceof UserError && error.code === 'unknown_customer';
  const customer = known ? await findCustomer(context, words.slice(0, -1).join(' ')).catch(() => null) : null;
  if (customer) findTag(context.app.inForce.tree(), `${STAGE}:${words.at(-1)}`);
  throw error;
};

export const stage: Command = {
  name: 'stage',
  aliases: ['阶段'],
  usage: { zh: 'stage 客户 [阶段] [--yes]', en: 'stage CUSTOMER [STAGE] [--yes]' },
  summary: {
    zh: '看客户走到哪一步；写上阶段就改到那一步',
    en: 'where a customer stands in the funnel; with a stage, moves them there',
  },
  // One word can only be a customer.
  writes: (args) => args.length > 1,
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, [], ['yes']);
    const tree = app.inForce.tree();
    const within = (id: string) => tree.isWithin(id, STAGE);
    const last = words.at(-1);
    const byGroup =
      stageNamed(last && `${STAGE}:${last}`, within, (word) => findTag(tree, word)) ??
      stageNamed(last, within, (word) => findTag(tree, word));
    const alone = words.length === 1 && context.atHand === null;
    if (byGroup === null || alone) {
      const customer = await findCustomer(context, words.join(' ')).catch((error) => wrongStage(context, words, error));
      return {
        kind: 'tags',
        doc: await tagsAnswer(app, customer, customer.state, Math.max(app.clock.asOf(), customer.state.at)),
      };
    }
    const customer = await findCustomer(context, words.slice(0, -1).join(' '));
    if (stageHeld(customer.state, tree)?.id === byGroup) return changedReply(context, customer._id, []);
    checkBackward(context, customer, [byGroup], options.has('yes'));
    const { done } = await changeCustomer(context, customer, { ...emptyChange, add: [byGroup] });
    return changedReply(context, customer._id, done.changes);
  },
};
