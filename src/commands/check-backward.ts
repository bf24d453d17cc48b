import type { Customer } from '../domain/customer.ts';
import { STAGE, stageHeld } from '../domain/stage.ts';
import { UserError } from '../errors.ts';
import type { Context } from './command.ts';

/**
 * A stage may be set back by hand; an agent is asked first (semantics 9), a manager is not.
 * @throws UserError `stage_backward` where the agent has not confirmed it.
 */
export const checkBackward = (
  { app, actor }: Pick<Context, 'app' | 'actor'>,
  { state }: Pick<Customer, 'state'>,
  add: readonly string[],
  confirmed: boolean,
): void => {
  if (confirmed || actor.role !== 'agent') return;
  const tree = app.inForce.tree();
  const order = tree.descendants(STAGE);
  const held = stageHeld(state, tree);
  const to = add.find((id) => tree.isWithin(id, STAGE));
  if (held === null || to === undefined || order.indexOf(to) >= order.indexOf(held.id)) return;
  throw new UserError('stage_backward', { from: tree.node(held.id)?.name ?? held.id, to: tree.node(to)?.name ?? to });
};
