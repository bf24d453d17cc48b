import cron from 'node-cron';
import type { App } from '../app.ts';
import type { NoticeBody } from '../domain/notice.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { forgetTold } from '../notify/forget-told.ts';
import { type Briefing, briefingsDue } from './briefings.ts';
import { digestAnswer } from './digest-answer.ts';
import { morningAnswer } from './morning.ts';
import { readersIn } from './readers.ts';

const EVERY_MINUTE = '* * * * *';

/** What a daily message says; null: nothing, so none is sent. */
const bodyOf = async (app: App, briefing: Briefing): Promise<NoticeBody | null> => {
  const { kind, person, date, at } = briefing;
  if (kind === 'digest') return { kind, doc: await digestAnswer(app, person, { date, from: at - DAY, to: at }) };
  const doc = await morningAnswer(app, briefing);
  return doc && { kind, doc };
};

/** Those that are no longer owed need not be remembered. */
const keepOnly = (done: Set<string>, owed: readonly Briefing[]): void => {
  const still = new Set(owed.map(({ id }) => id));
  for (const id of done) if (!still.has(id)) done.delete(id);
};

/**
 * The daily messages: whoever's time has come gets theirs into the outbox, once a person and day over all processes and crashes,
 * since its claim and its row are written together.
 */
export const createSchedule = ({ app, failed }: { app: App; failed: (error: unknown) => void }) => {
  const done = new Set<string>();

  const brief = async (briefing: Briefing): Promise<void> => {
    const { id, at, person } = briefing;
    const body = await bodyOf(app, briefing);
    const rows = body === null ? [] : app.post([{ key: id, to: person.id, at, urgent: false, body }]);
    await app.store.briefings.claim({ _id: id, at }, rows);
    done.add(id);
  };

  /** One that cannot be made holds nobody else's up: it is tried again a minute later, as long as it may still come. */
  const briefOrSay = async (briefing: Briefing): Promise<void> => {
    try {
      await brief(briefing);
    } catch (error) {
      failed(new Error(`the daily message ${briefing.id} could not be made`, { cause: error }));
    }
  };

  /** Sees to all daily messages that are due at `now`, the home's time, up to which due work has been run. */
  const run = async (now: Instant): Promise<void> => {
    const owed = briefingsDue(readersIn(app.inForce), app.inForce.config().calendar, now);
    keepOnly(done, owed);
    const due = owed.filter(({ id }) => !done.has(id));
    if (due.length === 0) return;
    const claimed = await app.store.briefings.claimed(due.map(({ id }) => id));
    const unwanted = await app.store.mailboxes.withoutBriefing();
    for (const briefing of due) {
      if (claimed.has(briefing.id)) done.add(briefing.id);
      else if (!unwanted.has(briefing.person.id)) await briefOrSay(briefing);
    }
  };

  const tick = async () => {
    const now = app.clock.asOf();
    await app.runDue(now);
    await run(now);
    await forgetTold(app);
  };
  let running: Promise<void> = Promise.resolve();
  // A minute that was missed is made good by the next one, so it is no cause for a warning.
  const options = { noOverlap: true, suppressMissedWarning: true };
  const job = cron.createTask(
    EVERY_MINUTE,
    () => {
      running = tick().catch(failed);
      return running;
    },
    options,
  );

  return {
    run,
    start: async (): Promise<void> => {
      await tick();
      await job.start();
    },
    stop: async (): Promise<void> => {
      await job.destroy();
      await running;
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
