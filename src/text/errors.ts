import { accessErrors } from './errors/access-errors.ts';
import { batchErrors } from './errors/batch-errors.ts';
import { chatErrors } from './errors/chat-errors.ts';
import { commandLineErrors } from './errors/command-line-errors.ts';
import { customerErrors } from './errors/customer-errors.ts';
import { customerManyErrors } from './errors/customer-many-errors.ts';
import { databaseErrors } from './errors/database-errors.ts';
import { digestErrors } from './errors/digest-errors.ts';
import { exampleErrors } from './errors/example-errors.ts';
import { fileErrors } from './errors/file-errors.ts';
import { homeErrors } from './errors/home-errors.ts';
import { learnErrors } from './errors/learn-errors.ts';
import { libraryErrors } from './errors/library-errors.ts';
import { productErrors } from './errors/product-errors.ts';
import { savedSegmentErrors } from './errors/saved-segment-errors.ts';
import { segmentErrors } from './errors/segment-errors.ts';
import { tagErrors } from './errors/tag-errors.ts';
import { taskErrors } from './errors/task-errors.ts';
import { transferErrors } from './errors/transfer-errors.ts';
import { webErrors } from './errors/web-errors.ts';
import { webchatErrors } from './errors/webchat-errors.ts';
import { webhookErrors } from './errors/webhook-errors.ts';
import { wecomErrors } from './errors/wecom-errors.ts';
import type { Sentence } from './sentence.ts';

/** Every error that a person can meet, by its stable code. */
export const errors: Record<string, Sentence> = {
  ...customerErrors,
  ...customerManyErrors,
  ...tagErrors,
  ...taskErrors,
  ...productErrors,
  ...libraryErrors,
  ...batchErrors,
  ...segmentErrors,
  ...savedSegmentErrors,
  ...fileErrors,
  ...transferErrors,
  ...webhookErrors,
  ...exampleErrors,
  ...learnErrors,
  ...accessErrors,
  ...webErrors,
  ...wecomErrors,
  ...webchatErrors,
  ...chatErrors,
  ...digestErrors,
  ...commandLineErrors,
  ...homeErrors,
  ...databaseErrors,
};
