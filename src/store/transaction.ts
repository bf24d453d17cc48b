import type { ClientSession, Connection } from 'mongoose';

/**
 * Runs one transaction: snapshot reads, majority and journal on commit. Nothing is retried here, since a retry must read
 * again what it decided by.
 */
export const inTransaction = async (connection: Connection, work: (session: ClientSession) => Promise<void>): Promise<void> => {
  const session = await connection.startSession();
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } });
    await work(session);
    await session.commitTransaction();
  } catch (error) {
    // The first error says what happened; an abort that fails too times out on the server.
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
};
