import { cardAnswer } from '../answers/card-answer.ts';
import { iso } from '../answers/cause-answers.ts';
import { taskAnswer } from '../answers/tasks-answer.ts';
import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import type { NoticeBody, OutboxRow } from '../domain/notice.ts';
import type { Reply } from '../domain/reply.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { NoticeAnswer } from '../domain/told.ts';

type Item = NoticeAnswer['items'][number];

/** A digest or a card that could not be told for so long is of no use any more. */
const STALE = DAY;

const taskItem = (app: App, customer: Customer, body: Extract<NoticeBody, { kind: 'task' }>, now: Instant): Item | null => {
  const task = customer.state.tasks.find(({ id }) => id === body.task);
  // Done or put off since: there is nothing to tell.
  if (task?.state !== 'open' || (task.snoozedUntil ?? 0) > now) return null;
  return { kind: 'task', why: body.why, task: taskAnswer(app, customer, task, now) };
};

const itemOf = (app: App, customer: Customer, body: NoticeBody, now: Instant): Item | null => {
  if (body.kind === 'task') return taskItem(app, customer, body, now);
  if (body.kind === 'note') return { kind: 'note', customer: { id: customer._id, name: customer.state.name }, text: body.text };
  return null;
};

const cardOf = async (app: App, customer: Customer, key: string): Promise<Reply | null> => {
  const [event] = await app.store.events.byKeys([key]);
  return event ? { kind: 'card', doc: await cardAnswer(app, customer, event) } : null;
};

/** A message of its own; null for what is told with other things, or is of no use any more. */
const replyOf = async (
  app: App,
  { body, at }: OutboxRow,
  customer: Customer | undefined,
  now: Instant,
): Promise<Reply | null> => {
  if (now - at >= STALE) return null;
  if (body.kind === 'digest') return { kind: 'digest', doc: body.doc };
  if (body.kind === 'morning') return { kind: 'morning', doc: body.doc };
  return body.kind === 'card' && customer ? cardOf(app, customer, body.event) : null;
};

const sameTask = (a: Item, b: Item): boolean => a.kind === 'task' && b.kind === 'task' && a.task.id === b.task.id;

/**
 * What one reader is told now, of all that waits for them: daily messages and cards each by themselves, all tasks and notes as one.
 * Customers and tasks are told as they stand now.
 */
export const compose = async (app: App, rows: readonly OutboxRow[]): Promise<Reply[]> => {
  const now = app.clock.asOf();
  const ids = rows.flatMap(({ body }) => ('customer' in body ? [body.customer] : []));
  const customers = await app.store.customers.living([...new Set(ids)]);
  const replies: Reply[] = [];
  const items: Item[] = [];
  for (const row of rows) {
    const customer = 'customer' in row.body ? customers.get(row.body.customer) : undefined;
    const reply = await replyOf(app, row, customer, now);
    if (reply) replies.push(reply);
    const item = customer ? itemOf(app, customer, row.body, now) : null;
    // A task that is new and due by now is told once.
    if (item && !items.some((one) => sameTask(one, item))) items.push(item);
  }
  return items.length === 0 ? replies : [...replies, { kind: 'notice', doc: { asOf: iso(now), items } }];
};
