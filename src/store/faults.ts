import mongoose from 'mongoose';

const {
  MongoError,
  MongoNetworkError,
  MongoServerSelectionError,
  MongoOperationTimeoutError,
  MongoWriteConcernError,
  MongoBulkWriteError,
} = mongoose.mongo;
const { MongoPoolClearedError, MongoServerClosedError, MongoTopologyClosedError, MongoPoolClosedError } =
  mongoose.mongo as unknown as Record<string, new (...args: never[]) => Error>;

/** Somebody was faster: what was read is no longer so. Read again and try again. */
export class ConflictError extends Error {
  constructor(what: string) {
    super(`${what} changed meanwhile`);
    this.name = 'ConflictError';
  }
}

/** The database is known to be away, so it was not even asked. */
export class OutageError extends Error {
  constructor() {
    super('the database is away');
    this.name = 'OutageError';
  }
}

const DUPLICATE_KEY = 11000;
const WRITE_CONFLICT = 112;
/** Not writable primary, shutting down, interrupted: the server says "not now" (its own code table). */
const NOT_NOW = new Set([91, 189, 262, 10107, 11600, 11602, 13435, 13436]);

/** Whether reading again and trying again is all that it takes. */
export const isConflict = (error: unknown): boolean =>
  error instanceof ConflictError ||
  (error instanceof MongoError &&
    (error.code === DUPLICATE_KEY ||
      error.code === WRITE_CONFLICT ||
      (error.hasErrorLabel('TransientTransactionError') && !isOutage(error))));

/**
 * Whether the database could not be reached or did not answer. The outcome is unknown: do it again under the same ids. The
 * driver retries only the first of the writes in flight, so this is ours to do.
 */
export const isOutage = (thrown: unknown): boolean => isOutageItself(unwrapped(thrown));

const isOutageItself = (error: unknown): boolean =>
  error instanceof OutageError ||
  isDeadline(error) ||
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  // What mongoose makes of the one above where a connection is opened.
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  error instanceof MongoOperationTimeoutError ||
  error instanceof MongoWriteConcernError ||
  hasWriteConcernError(error) ||
  [MongoPoolClearedError, MongoServerClosedError, MongoTopologyClosedError, MongoPoolClosedError].some(
    (kind) => kind && error instanceof kind,
  ) ||
  (error instanceof MongoError && (NOT_NOW.has(Number(error.code)) || error.hasErrorLabel('UnknownTransactionCommitResult')));

/** The reason of `AbortSignal.timeout`, which the driver hands on where it had not sent anything yet. */
const isDeadline = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

/** The driver wraps what kept a bulk write from being answered at all, a lost connection for instance, in an error of its own. */
const unwrapped = (error: unknown): unknown => {
  const cause: unknown = error instanceof MongoBulkWriteError ? error.errorResponse : undefined;
  return cause instanceof Error ? cause : error;
};

/** Whether a bulk write was done but may not stand on disk. */
const hasWriteConcernError = (error: unknown): boolean =>
  error instanceof MongoBulkWriteError && error.result?.getWriteConcernError() !== undefined;

/**
 * The places in an unordered insert that failed, with whether each was only a duplicate; null for another error, also for one
 * after which nothing is known of any place.
 */
export const insertFailures = (error: unknown): { index: number; duplicate: boolean; error: Error }[] | null => {
  if (!(error instanceof MongoBulkWriteError) || hasWriteConcernError(error)) return null;
  const list = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  if (list.length === 0) return null;
  return list.map((one) => ({
    index: one.index,
    duplicate: one.code === DUPLICATE_KEY,
    error: new Error(`write error ${one.code}`),
  }));
};
