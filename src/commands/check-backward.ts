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
  const [before, after] = [tree.node(held.id), tree.node(to)];
  const names = { from: before?.name ?? held.id, to: after?.name ?? to };
  throw new UserError('stage_backward', {
    ...{ ...names, fromEn: before?.en ?? names.from, toEn: after?.en ?? names.to },
  });
};
