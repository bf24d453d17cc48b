import type { BatchWords } from '../../domain/asked.ts';
import type { TagDeed } from '../../domain/deed.ts';
import type { Reply } from '../../domain/reply.ts';
import { UsageError, UserError } from '../../errors.ts';
import { understood } from '../../segments/understood.ts';
import { maySet, mayUnset } from '../../tagging/permission.ts';
import { askFirst, NAMED } from '../ask.ts';
import { askSegment } from '../ask-segment.ts';
import { auditDenials } from '../change-customer.ts';
import type { Context } from '../command.ts';
import { refuseViewer } from '../refuse-viewer.ts';
import { doBatch } from './do-batch.ts';

/** Who is meant by a query at this moment. @throws as `segment` does where it cannot be understood. */
const meant = async ({ app, lang }: Context, words: readonly string[]) => {
  if (words.join('').trim() === '') throw new UsageError('many_usage');
  const { query, bound, filter } = await askSegment(app, words);
  return { query, filter, understood: understood({ bound, tags: app.inForce.tree(), lang }) };
};

/** What nobody of this role may do to anybody is refused as a whole, before anybody is touched. */
const refuseWhole = async (context: Context, { add, remove }: Pick<TagDeed, 'add' | 'remove'>): Promise<void> => {
  await refuseViewer(context, null);
  const tree = context.app.inForce.tree();
  const by = context.actor.role;
  const errors = [...add.map((id) => ({ id, may: maySet })), ...remove.map((id) => ({ id, may: mayUnset }))].flatMap(
    ({ id, may }) => {
      const node = tree.node(id);
      const error = node && may({ tag: node, by });
      return error ? [{ id, error }] : [];
    },
  );
  const [first] = errors;
  if (!first) return;
  const denied = errors.filter(({ error }) => error.code === 'tag_restricted');
  if (denied.length > 0)
    await auditDenials(
      context,
      null,
      first.error,
      denied.map(({ id }) => id),
    );
  throw first.error;
};

/** Tags all customers of a query: first says how many they are and names five, and asks. */
export const tagMany = async (
  context: Context,
  words: readonly string[],
  tags: Pick<TagDeed, 'add' | 'remove'>,
  confirmed: boolean,
): Promise<Reply> => {
  const { app, lang } = context;
  await refuseWhole(context, tags);
  const { query, filter, understood: said } = await meant(context, words);
  const { customers } = app.store;
  const [members, first] = await Promise.all([customers.idsOf(filter), customers.page(filter, null, NAMED)]);
  if (members.length === 0) throw new UserError('many_nobody', { understood: said });
  const tree = app.inForce.tree();
  const labels = (ids: readonly string[]) => ids.map((id) => tree.label(id, lang));
  const did: BatchWords = { kind: 'tag', query, understood: said, add: labels(tags.add), remove: labels(tags.remove) };
  const asked = askFirst(context, confirmed, {
    ...{ asks: did, count: members.length },
    customers: first.map(({ _id, state }) => ({ id: _id, name: state.name })),
  });
  if (asked) return asked;
  const signs = [...did.add.map((one) => `+${one}`), ...did.remove.map((one) => `-${one}`)].join(' ');
  const note = `@(${query}) ${signs}`;
  return doBatch(context, { kind: 'tag', query, ...tags }, members, { did, note });
};
