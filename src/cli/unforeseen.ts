import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SurroundingsError, type TagwiseError, UserError } from '../errors.ts';
import { createLog } from '../log/log.ts';
import { isOutage } from '../store/faults.ts';
import { homeOf } from './open-app.ts';
import type { Process } from './verb.ts';

/**
 * Makes a sentence of an error that no verb foresaw: a database that went away is the operator's to mend; anything else is ours,
 * and goes into the log under the reference that the person is given.
 */
export const unforeseen = (process: Process, error: unknown): TagwiseError => {
  if (isOutage(error)) return new SurroundingsError('database_lost');
  const reference = randomUUID().slice(0, 8);
  const file = join(homeOf(process).dir, 'logs', 'tagwise.log');
  createLog({ level: 'info', file }).error({ err: error, reference }, 'unforeseen');
  return new UserError('unexpected_error', { reference });
};
