import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import type { Context } from './command.ts';
import { refuseViewer } from './refuse-viewer.ts';
import { setUpRow } from './set-up-row.ts';

const OFF = ['off', '关', '取消'];

/**
 * From now on everybody in this conversation who is not in the people file is a customer; `off` takes that back.
 * @throws UserError `not_in_a_chat` where it is said in no conversation.
 */
export const customersHere = async (context: Context, words: readonly string[]): Promise<Reply> => {
  const { app, room } = context;
  const [off, ...more] = words;
  if (more.length > 0 || (off !== undefined && !OFF.includes(off))) throw new UsageError('here_usage');
  if (!room) throw new UserError('not_in_a_chat');
  await refuseViewer(context, null);
  const customers = off === undefined;
  await room.setCustomers(customers);
  await app.store.ledger.append([setUpRow(context, 'room', { note: `${customers ? '+' : '-'}customers ${room.name}` })]);
  return { kind: 'room', doc: { customers } };
};
