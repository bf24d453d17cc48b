import { tagsAnswer } from '../answers/tags-answer.ts';
import type { ChangeAnswer, FieldChangeAnswer } from '../domain/answers.ts';
import type { Change } from '../domain/change.ts';
import type { Reply } from '../domain/reply.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { UsageError } from '../errors.ts';
import { isMany, partMany } from './batch/part-many.ts';
import { tagMany } from './batch/tag-many.ts';
import { changeCustomer } from './change-customer.ts';
import { checkBackward } from './check-backward.ts';
import type { Command, Context } from './command.ts';
import { emptyChange } from './command-event.ts';
import { findCustomer } from './find-customer.ts';
import { findTag } from './find-tag.ts';
import { readArgs } from './read-args.ts';
import { bareName } from './split-words.ts';

const ADD = /^[+＋]/;
const REMOVE = /^[-－−]/;

const isChange = (word: string): boolean => ADD.test(word) || REMOVE.test(word) || /[:：]/.test(word);

export const changeAnswer =
  (tree: TagTree) =>
  (change: Change): ChangeAnswer => ({
    action: change.action,
    tag: tree.label(change.tag),
    by: change.cause,
    ...(change.replacedBy ? { replacedBy: tree.label(change.replacedBy) } : {}),
  });

/** The changed customer's tags, and what the change did. */
export const changedReply = async (
  { app }: Context,
  customer: string,
  changes: readonly Change[],
  fieldChanges: FieldChangeAnswer[] = [],
): Promise<Reply> => {
  const [now] = await app.store.customers.load([customer]);
  if (!now) throw new UsageError('customer_missing');
  const doc = await tagsAnswer(app, now, now.state, Math.max(app.clock.asOf(), now.state.at));
  const fields = fieldChanges.length > 0 ? { fieldChanges } : {};
  return { kind: 'changed', doc: { ...doc, changes: changes.map(changeAnswer(app.inForce.tree())), ...fields } };
};

interface Sign {
  remove: boolean;
  word: string;
}

/** Tags with their signs. @throws UsageError for a word without one. */
const readSigns = (words: readonly string[]): Sign[] => {
  const wrong = words.find((word) => !isChange(word));
  if (wrong !== undefined) throw new UsageError('tag_without_sign', { word: wrong });
  return words.map((word) => ({ remove: REMOVE.test(word), word: word.replace(ADD, '').replace(REMOVE, '') }));
};

/** The ids of what is to be added and removed, each once. @throws UsageError for one that is both. */
const tagsIn = ({ app }: Context, signs: readonly Sign[]): { add: string[]; remove: string[] } => {
  const tree = app.inForce.tree();
  const named = signs.map(({ remove, word }) => ({ remove, tag: findTag(tree, word) }));
  const ids = (removed: boolean) => [...new Set(named.flatMap(({ remove, tag }) => (remove === removed ? [tag] : [])))];
  const [add, remove] = [ids(false), ids(true)];
  const both = add.find((one) => remove.includes(one));
  if (both !== undefined) throw new UsageError('tag_both_ways', { tag: tree.label(both), tagEn: tree.label(both, 'en') });
  return { add, remove };
};

const readChanges = (context: Context, words: readonly string[]): { add: string[]; remove: string[] } => {
  if (words.length === 0) throw new UsageError('many_usage');
  return tagsIn(context, readSigns(words));
};

export const tag: Command = {
  name: 'tag',
  aliases: ['打标'],
  usage: {
    zh: 'tag 客户 +标签 -标签 组:标签 [--yes] · tag @(条件) +标签 -标签 [--yes]',
    en: 'tag CUSTOMER +TAG -TAG GROUP:TAG [--yes] · tag @(QUERY) +TAG -TAG [--yes]',
  },
  summary: {
    zh: '给客户加标签、去标签，整句要么全做，要么全不做；@(条件) 是一批客户，先说多少位，确认后才打',
    en: 'adds and removes tags by hand, all or nothing; for all of @(QUERY) it first says how many and asks',
  },
  writes: true,
  query: true,
  run: async (context, args) => {
    const { words: typed, options } = readArgs(args, [], ['yes']);
    const yes = options.has('yes');
    if (isMany(typed[0])) {
      const { query, rest } = partMany(typed);
      return tagMany(context, query, readChanges(context, rest.map(bareName)), yes);
    }
    const words = typed.map(bareName);
    const from = words.findIndex((word, place) => (place > 0 || context.atHand !== null) && isChange(word));
    // With nobody at hand, a sign at the start is a tag without a customer.
    if (from < 0)
      throw new UsageError(ADD.test(words[0] ?? '') || REMOVE.test(words[0] ?? '') ? 'customer_missing' : 'tag_usage');
    const changes = readSigns(words.slice(from));
    const customer = await findCustomer(context, words.slice(0, from).join(' '));
    const { add, remove } = tagsIn(context, changes);
    checkBackward(context, customer, add, yes);
    const { done } = await changeCustomer(context, customer, { ...emptyChange, add, remove });
    return changedReply(context, customer._id, done.changes);
  },
};
