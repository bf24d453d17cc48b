import mongoose from 'mongoose';
import { isOutage } from './faults.ts';

/** How often a server that answered a moment ago is asked for a connection: on a busy machine it may take longer than the deadline below. */
const TRIES = 5;

/**
 * Opens the pool that everything shares. Deadlines and retries are ours: the driver gives up finding a server after a second,
 * so that an outage is noticed at once.
 * @throws the driver's error when no server answers.
 */
export const connect = async (uri: string, dbName: string): Promise<mongoose.Connection> => {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await open(uri, dbName);
    } catch (error) {
      if (left === 0 || !isOutage(error)) throw error;
    }
  }
};

const open = async (uri: string, dbName: string): Promise<mongoose.Connection> => {
  const connection = mongoose.createConnection(uri, {
    dbName,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: 1000,
    connectTimeoutMS: 2000,
    // A server that hangs is given up after this and the above, and what waits for it fails.
    heartbeatFrequencyMS: 2000,
    maxPoolSize: 20,
    retryWrites: false,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true).catch(() => undefined);
    throw error;
  }
};
