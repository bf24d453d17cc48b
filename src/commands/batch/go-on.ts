import type { App } from '../../app.ts';
import type { BatchDeed, Deed } from '../../domain/deed.ts';
import type { Role } from '../../domain/person.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../command.ts';
import { LEASE } from './begin-batch.ts';
import { carryOut } from './carry-out.ts';

/** The role that somebody has now: who is not among the people any more may change nothing. */
const roleNow = ({ inForce }: App, { id, role }: Deed['actor']): Role => {
  const { all, byId } = inForce.people();
  if (all.length === 0 || id === 'local') return role;
  return byId(id)?.role ?? 'viewer';
};

/**
 * Carries on batches whose process was killed, under the rights that their people have now. Says how many there were. `alone`: no other
 * process can be at them, so nobody's silence has to be waited for.
 */
export const goOn = async (app: App, alone: boolean, progress?: Context['progress']): Promise<number> => {
  const { deeds } = app.store;
  const left = await deeds.interrupted(alone ? Number.MAX_SAFE_INTEGER : app.wallNow());
  let taken = 0;
  for (const deed of left as Deed<BatchDeed>[]) {
    if (!(await deeds.takeOn(deed, app.wallNow() + LEASE))) continue;
    const { id } = deed.actor;
    const name = app.inForce.people().byId(id)?.name ?? id;
    const actor = { id, name, role: roleNow(app, deed.actor) };
    try {
      await carryOut({ app, actor, lang: 'en', atHand: null, progress }, deed);
      taken += 1;
    } catch (error) {
      // Customers who are changed all the time now: whoever looks next tries again, and nobody is kept from their own work.
      if (!(error instanceof UserError)) throw error;
    }
  }
  return taken;
};
