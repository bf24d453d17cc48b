import { setTimeout as sleep } from 'node:timers/promises';
import { createChangeWatch } from './change-watch.ts';
import type { Clock } from './clock.ts';
import { createContacts } from './contacts.ts';
import type { Contact } from './domain/contact-key.ts';
import type { Incoming, KeptEvent } from './domain/event.ts';
import type { Notice, OutboxRow } from './domain/notice.ts';
import type { Instant } from './domain/time.ts';
import { UserError } from './errors.ts';
import type { Advanced } from './fold/advance.ts';
import type { InForce } from './in-force.ts';
import { address } from './inbox/address.ts';
import { createAdopt } from './inbox/adopt.ts';
import { createApplyBatch } from './inbox/apply-batch.ts';
import { createBreaker } from './inbox/breaker.ts';
import { createContactsFirst } from './inbox/contacts-first.ts';
import { createKeep } from './inbox/keep.ts';
import { createLanes } from './inbox/lanes.ts';
import { partContacts } from './inbox/part-contacts.ts';
import { readWords } from './inbox/read-words.ts';
import { createStraightThrough } from './inbox/straight-through.ts';
import { toEvent } from './inbox/to-event.ts';
import type { Taught } from './intents/add-lessons.ts';
import { createPost } from './notify/post.ts';
import { restOf } from './notify/rest-of.ts';
import { createPipeline } from './pipeline.ts';
import type { SegmentIndex } from './segment-index.ts';
import type { Store } from './store/store.ts';
import { createWebhooks, type WebhookParts } from './webhooks/webhooks.ts';

/** Customers with due work that one transaction takes. */
const DUE_PAGE = 200;
const SWEEP_PAGE = 5000;
/** Before due work that somebody else holds is tried again, ms. */
const CONFLICT_PAUSE = 50;
const NOTHING_TAUGHT: Taught = { intents: [], examples: [], held: [], wrong: [] };
/** Before all time: only those are due then who are marked to be folded again. */
const MARKED = 0;
/** A recall or edit that overtook its message, on another process, is looked after for so long, ms. */
const AWAITED = 3_600_000;

export interface AppParts extends WebhookParts {
  store: Store;
  inForce: InForce;
  clock: Clock;
  wallNow: () => Instant;
  /** Hears what changed, after it is written. */
  tell: (done: Advanced[]) => void;
  log: (what: string, error: unknown) => void;
  /** How long keeping an event may take before its sender is refused, ms. */
  keepWithin: number | (() => number);
  /** The key by which whole phone numbers and addresses are sealed. */
  contactsKey: () => Buffer;
  /** Nobody is told of anything that happens here: history that is read in. */
  silent?: boolean;
  /** What the files of intents teach; absent: nothing. */
  readTaught?: () => Promise<Taught>;
  /** Answers segments from memory where it can; else the database is asked. */
  findSegment?: SegmentIndex['find'];
}

/** The parts of the street wired together: what adapters, verbs and commands work with. Silent until something is received. */
export const createApp = (parts: AppParts) => {
  const { store, inForce, clock, wallNow, tell, log, keepWithin, silent = false, findSegment } = parts;
  let stopped = false;
  let posted = false;
  const muted = (at: Instant) => silent || clock.isMuted(at);
  const addressed = createPost({
    people: inForce.people,
    rest: (person) => restOf(inForce, person),
    muted,
    wallNow,
  });
  const post = (notices: readonly Notice[]): OutboxRow[] => {
    const rows = addressed(notices);
    posted ||= rows.length > 0;
    return rows;
  };
  const webhooks = createWebhooks({ ...parts, muted });
  const pipeline = createPipeline({ store, inForce, takeChanges: () => changes.take(), post, call: webhooks.note, tell });
  const applyBatch = createApplyBatch({
    apply: pipeline.apply,
    pendingAmong: store.events.pendingAmong,
    fail: store.events.fail,
    log,
    sleep: (ms) => sleep(ms),
    stopped: () => stopped,
  });
  const lanes = createLanes({ apply: applyBatch, failed: (error) => log('lanes', error) });
  const adopt = createAdopt({ events: store.events, push: lanes.push });
  const ownerOf = async (key: string) => (await store.events.ownersOf([key])).get(key) ?? null;
  const withinMs = typeof keepWithin === 'number' ? () => keepWithin : keepWithin;
  const contacts = createContacts({ rows: store.contactRows, secret: parts.contactsKey });
  const keepContacts = (whole: readonly Contact[]): Promise<void> => contacts.keep(whole, withinMs());
  const contactsFirst = createContactsFirst({
    keepContacts,
    insert: createStraightThrough({
      idle: () => lanes.waiting() === 0,
      keepAndApply: (events) => lanes.between(() => pipeline.keepAndApply(events)),
      keep: store.events.insert,
      withinMs,
    }),
  });
  const keep = createKeep({
    insert: createBreaker(contactsFirst.insert, () => performance.now()),
    kept: async (events, waiting) => {
      lanes.push(waiting.filter(({ state }) => state === 'pending'));
      await adopt.by(events);
    },
    met: async (events) => {
      lanes.push(await store.events.pendingAmong(events.map(({ _id }) => _id)));
      await adopt.by(events);
    },
  });

  const receive = async (incoming: Incoming, ordinal: (content: string) => number, marks: Partial<KeptEvent> = {}) => {
    const { customer, channel } = incoming;
    if (customer && inForce.people().byChannel(channel, customer.id)) throw new UserError('staff_as_customer', { channel });
    const parted = partContacts(toEvent(incoming, wallNow(), ordinal));
    const event = await address({ ...readWords(parted.event, inForce.matcher()), ...marks }, ownerOf);
    contactsFirst.note(event, parted.contacts);
    const outcome = await keep(event);
    await adopt.of(event);
    return outcome;
  };

  /** Events that wait in the store and in no lane (after a crash, an outage, another process's end) enter theirs. */
  const sweep = async (keptBefore: Instant): Promise<void> => {
    await adopt.sweep(keptBefore - AWAITED);
    lanes.push(await store.events.pending(keptBefore, SWEEP_PAGE));
  };

  /** One page of customers due by `by`, run up to `until`; false when none was due. */
  const duePage = async (by: Instant, until: Instant): Promise<boolean> => {
    const found = await store.customers.due(by, DUE_PAGE);
    // Mostly nobody is due, and then nothing more is asked.
    if (found.length === 0) return false;
    const oldest = await store.events.oldestPendingAt();
    const reached = oldest === null ? until : Math.min(until, oldest);
    const due = found.filter(({ dueAt }) => dueAt !== undefined && dueAt <= reached);
    if (due.length === 0) return false;
    try {
      await pipeline.runDue(due, reached, clock.asOf());
    } catch (error) {
      // Somebody else moved one of them on: the next page reads them again.
      if (!store.isConflict(error)) throw error;
      // Or did so and was killed: the server lets go of that only after a while.
      await sleep(CONFLICT_PAUSE);
    }
    return true;
  };

  /** Runs all due moments up to `until`, never past the oldest event that still waits. */
  const runDue = async (until: Instant): Promise<void> => {
    while (await lanes.between(() => duePage(until, until)));
  };

  /** Folds those again who are marked, up to where the clock of this home has come: a fold by other rules may have more to do by then. */
  const foldMarked = async (): Promise<void> => {
    const until = (await store.home.clock())?.at ?? 0;
    while (await lanes.between(() => duePage(MARKED, until)));
  };

  const changes = createChangeWatch({ store, inForce, foldMarked, wallNow });

  return {
    store,
    inForce,
    clock,
    pipeline,
    lanes,
    wallNow,
    post,
    /** Sends what waits for webhooks. */
    webhooks,
    findSegment: findSegment ?? (() => null),
    readTaught: parts.readTaught ?? (async () => NOTHING_TAUGHT),

    /** Whether anybody was to be told of anything since this was last asked. */
    takePosted: (): boolean => {
      const was = posted;
      posted = false;
      return was;
    },

    /** Masks, keeps and acknowledges one event: resolves when it is on disk. Applying it follows by itself. */
    receive,

    /** Keeps whole phone numbers and addresses, before the events that name them. */
    keepContacts,
    /** Whole phone numbers and addresses by their keys: for exports by those who may. */
    readContacts: contacts.read,

    sweep,

    /** At start: all that a process before this one left behind goes on. */
    recover: async (): Promise<void> => {
      await changes.follow();
      await adopt.sweep(0);
      await sweep(wallNow() + 1);
    },

    runDue,

    /** Takes over a changed library and changed rules, also on the customers that they concern. */
    followChanges: changes.follow,

    /** Whether the rules and settings in force are those of this process's own files. */
    rulesAreFiled: changes.areFiled,

    /** Takes over what is stored of library and rules, without folding anybody again. */
    takeChanges: changes.take,

    /** Puts the rules and settings of this process's own files in force. */
    proposeRules: changes.propose,

    switchRule: changes.switchRule,

    /** Minutes by which due work lags behind the clock; 0 when nothing is overdue. */
    behind: async (): Promise<number> => {
      const first = await store.customers.firstDueAt();
      return first === null ? 0 : Math.max(0, Math.floor((clock.asOf() - first) / 60_000));
    },

    stop: async (): Promise<void> => {
      stopped = true;
      await webhooks.stop();
      await lanes.idle();
    },
  };
};

export type App = ReturnType<typeof createApp>;
