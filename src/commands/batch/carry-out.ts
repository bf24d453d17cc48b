import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchDeed, Deed, DeedPage, PageOutcome } from '../../domain/deed.ts';
import { UserError } from '../../errors.ts';
import { ownFirst } from '../../store/customers.ts';
import type { Context } from '../command.ts';
import { setUpRow } from '../set-up-row.ts';
import { attemptPage } from './attempt-page.ts';
import { batchKey } from './batch-key.ts';
import { LEASE, PAGE } from './begin-batch.ts';
import type { Member } from './member.ts';

const MOST_TRIES = 20;
/** Before customers whom somebody else holds are tried again, ms. */
const PAUSE = 20;

/** The customers of a page whom the batch has not changed yet, as they live now: two who became one are one. `made`: the others. */
const waiting = async ({ app }: Context, { _id }: Deed, { members }: DeedPage): Promise<{ made: number; rest: Member[] }> => {
  const { store } = app;
  const made = new Set((await store.events.byKeys(members.map((id) => batchKey(_id, id)))).map((event) => event._id));
  const rest = members.filter((id) => !made.has(batchKey(_id, id)));
  const living = await store.customers.living(rest);
  const found = await store.customers.identitiesOf([...living.values()].map((one) => one._id));
  const channels = found.filter(({ _id: key }) => !key.startsWith('#'));
  const keysOf = (customer: string) => ownFirst(channels.filter((one) => one.customer === customer));
  const seen = new Set<string>();
  const fresh = rest.flatMap((id): Member[] => {
    const held = living.get(id);
    const keys = held && keysOf(held._id);
    if (!held || !keys?.length || seen.has(held._id)) return [];
    seen.add(held._id);
    return [{ id, held, identities: keys }];
  });
  return { made: made.size, rest: fresh };
};

/** Applies what still waits of these customers, so that the batch sees all that was kept before it; whether any must be folded again. */
const settle = async ({ app }: Context, members: readonly Member[]): Promise<boolean> => {
  const identities = await app.store.customers.identitiesOf(members.map(({ held }) => held._id));
  const pending = await app.store.events.pendingOf(identities.map(({ _id }) => _id));
  const stale = members.some(({ held }) => held.stale !== undefined);
  app.lanes.push(pending);
  await app.lanes.idle();
  if (stale) await app.runDue(0);
  return pending.length > 0 || stale;
};

const carryOutPage = async (context: Context, deed: Deed<BatchDeed>, page: DeedPage): Promise<PageOutcome> => {
  const { app } = context;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await settle(context, (await waiting(context, deed, page)).rest)) continue;
    try {
      return await app.lanes.between(async () => {
        const { made, rest } = await waiting(context, deed, page);
        const outcome = await attemptPage(context, deed, rest);
        // Those whom a process changed that was killed then are not worked out again.
        return { ...outcome, changed: outcome.changed + made };
      });
    } catch (error) {
      if (!app.store.isConflict(error)) throw error;
      await sleep(PAUSE * (1 + Math.random()));
    }
  }
  throw new UserError('too_busy', { name: deed._id });
};

/** What became of all customers of a batch. */
const told = async ({ app }: Context, { _id }: Deed): Promise<PageOutcome> => {
  const outcomes = (await app.store.deeds.pages(_id)).flatMap(({ outcome }) => outcome ?? []);
  return {
    changed: outcomes.reduce((sum, one) => sum + one.changed, 0),
    unchanged: outcomes.reduce((sum, one) => sum + one.unchanged, 0),
    refused: outcomes.flatMap(({ refused }) => refused),
  };
};

/** One line of the history for the whole, behind those of the customers; whoever was killed before the end may have written it. */
const note = async (context: Context, deed: Deed<BatchDeed>, { changed }: PageOutcome): Promise<void> => {
  const { store } = context.app;
  const row = setUpRow(context, 'batch', { note: `${deed.note ?? ''}: ${changed}/${deed.count ?? 0}` });
  await store.ledger.append([{ ...row, _id: `${deed._id}/batch` }]).catch((error) => {
    if (!store.isConflict(error)) throw error;
  });
};

/** Carries a batch out to its end, page by page; a page is one write. Gives what became of all of them. */
export const carryOut = async (context: Context, deed: Deed<BatchDeed>): Promise<PageOutcome> => {
  const { deeds } = context.app.store;
  const total = deed.count ?? 0;
  let done = 0;
  for (let page = await deeds.nextPage(deed._id); page; page = await deeds.nextPage(deed._id)) {
    await deeds.keepOn(deed._id, context.app.wallNow() + LEASE);
    await deeds.endPage(page._id, await carryOutPage(context, deed, page));
    done = Math.max(done, page.place * PAGE) + page.members.length;
    context.progress?.(done, total);
  }
  const outcome = await told(context, deed);
  if (deed.what.kind === 'undo') await deeds.markUndone(deed.what.of);
  await note(context, deed, outcome);
  await deeds.end(deed._id);
  return outcome;
};
