import type { Connection } from 'mongoose';
import { createAddress } from './address.ts';
import { createBriefings } from './briefings.ts';
import { createChangeLibrary } from './change-library.ts';
import { createCollections, prepareCollections } from './collections.ts';
import { createCommit } from './commit.ts';
import { createCompleteness } from './completeness.ts';
import { createContactRows } from './contacts.ts';
import { createCustomerFeed } from './customer-feed.ts';
import { createCustomers } from './customers.ts';
import { createDeeds } from './deeds.ts';
import { createDeliveries } from './deliveries.ts';
import { createDuplicates } from './duplicates.ts';
import { createEvents } from './events.ts';
import { isConflict, isOutage } from './faults.ts';
import { createGoneEndpoints } from './gone-endpoints.ts';
import { createHistories } from './histories.ts';
import { createHomeData } from './home-data.ts';
import { createImports } from './imports.ts';
import { createJoin, createSplit } from './join.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createLearnings } from './learnings.ts';
import { createLedger } from './ledger.ts';
import { createMailboxes } from './mailboxes.ts';
import { createMatching } from './matching.ts';
import { createOpenMatters } from './open-matters.ts';
import { createOutbox } from './outbox.ts';
import { createRooms } from './rooms.ts';
import { createRulebookStore } from './rulebook.ts';
import { createSampleStore } from './sample.ts';
import { createSegments } from './segments.ts';
import { createShown } from './shown.ts';
import { createSignIns } from './sign-ins.ts';
import { createTalks } from './talks.ts';
import { createTokens } from './tokens.ts';
import { createUsage } from './usage.ts';

/** Everything that is stored, one repository a noun, over one connection. */
export const createStore = (connection: Connection) => {
  const collections = createCollections(connection);
  const events = createEvents(collections);
  const customers = createCustomers(collections);
  return {
    /** Creates collections and indexes; needed once before anything else. */
    prepare: () => prepareCollections(collections),
    events,
    customers,
    contactRows: createContactRows(collections),
    customerFeed: createCustomerFeed(collections),
    matching: createMatching(collections),
    histories: createHistories({ events, customers }),
    ledger: createLedger(collections),
    learnings: createLearnings(collections),
    shown: createShown(collections),
    outbox: createOutbox(collections),
    mailboxes: createMailboxes(collections),
    rooms: createRooms(collections),
    talks: createTalks(collections),
    deliveries: createDeliveries(collections),
    goneEndpoints: createGoneEndpoints(collections),
    briefings: createBriefings(collections),
    imports: createImports(collections),
    home: createHomeData(collections),
    address: createAddress(collections),
    tokens: createTokens(collections),
    signIns: createSignIns(collections),
    keptAnswers: createKeptAnswers(collections),
    deeds: createDeeds(collections),
    changeLibrary: createChangeLibrary(collections),
    rulebook: createRulebookStore(collections),
    segments: createSegments(collections),
    commit: createCommit(collections),
    join: createJoin(collections),
    split: createSplit(collections),
    duplicates: createDuplicates(collections),
    completeness: createCompleteness(collections),
    openMatters: createOpenMatters(collections),
    usage: createUsage(collections),
    sample: createSampleStore(collections),
    /** Whether reading again and trying again is all that an error takes. */
    isConflict,
    /** Whether the database could not be reached, or did not answer in time. */
    isOutage,
    close: () => connection.close(),
  };
};

export type Store = ReturnType<typeof createStore>;
