import mongoose from 'mongoose';

/**
 * Opens the pool that everything shares. Deadlines and retries are ours: the driver gives up finding a server after a second,
 * so that an outage is noticed at once.
 * @throws the driver's error when no server answers.
 */
export const connect = async (uri: string, dbName: string): Promise<mongoose.Connection> => {
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
  return connection.asPromise();
};
