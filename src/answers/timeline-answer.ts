import type { App } from '../app.ts';
import { byTime } from '../domain/by-time.ts';
import type { Customer } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { TimelineAnswer, TimelineItem } from '../domain/timeline.ts';
import { UsageError } from '../errors.ts';
import { effective, type Turn } from '../fold/effective.ts';
import { factOf, iso, textOf } from './cause-answers.ts';

type Place = Parameters<App['store']['events']['timeline']>[1];

const toToken = ({ at, _id }: KeptEvent): string => Buffer.from(JSON.stringify([at, _id])).toString('base64url');

/** @throws UsageError `bad_token` */
const fromToken = (token: string | undefined): Place => {
  if (token === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [unknown, unknown];
    if (typeof at === 'number' && typeof id === 'string') return { at, id };
  } catch {
    // Falls through: whatever is wrong with it, it is no token of ours.
  }
  throw new UsageError('bad_token');
};

/** What the page's messages and changes have become since, by key. */
const turnsOf = async ({ store }: App, keys: string[], page: readonly KeptEvent[]): Promise<Map<string, Turn>> => {
  const of = (kind: string) => page.filter(({ body }) => body.kind === kind);
  const messages = of('message').map(({ message }) => message);
  const commands = of('command').map(({ _id }) => _id);
  const later = messages.length + commands.length === 0 ? [] : await store.events.reachingBack(keys, messages, commands);
  const known = new Set(page.map(({ _id }) => _id));
  const all = [...page, ...later.filter(({ _id }) => !known.has(_id))].sort(byTime);
  const words = new Map(all.map((event) => [event._id, event]));
  return new Map(effective(all).map((turn) => [turn.event._id, { ...turn, event: words.get(turn.words) ?? turn.event }]));
};

const changeOf = ({ inForce }: App, { body }: KeptEvent, undone: boolean): Pick<TimelineItem, 'change'> => {
  if (body.kind !== 'command') return {};
  const labels = (tags: readonly string[]) => tags.map((tag) => inForce.tree().label(tag));
  return {
    change: {
      ...{ add: labels(body.add), remove: labels(body.remove), fields: Object.keys(body.fields) },
      ...{ owner: body.owner !== null, tasks: body.tasks?.length ?? 0, undo: body.undo !== null, undone },
    },
  };
};

const itemOf = (app: App, event: KeptEvent, turn: Turn | undefined): TimelineItem => {
  const { _id, at, channel, from, agent, body } = event;
  const recalled = turn?.recalled === true;
  const message = body.kind === 'message' && !recalled;
  const fact = factOf(event);
  const person = body.kind === 'command' ? body.actor.id : agent?.id;
  const name = person === undefined ? null : (app.inForce.people().byId(person)?.name ?? agent?.name ?? person);
  return {
    ...{
      id: _id,
      at: iso(at),
      kind: body.kind === 'command' ? 'change' : message || recalled ? 'message' : 'fact',
      channel,
      from,
    },
    by: name,
    text: message ? textOf(turn?.event ?? event) : null,
    quote: message ? body.quote : null,
    recalled,
    edited: message && turn !== undefined && turn.words !== _id,
    ...(fact ? { fact } : {}),
    ...changeOf(app, event, turn === undefined),
  };
};

/** What happened to a customer, newest first. @throws UsageError `bad_token` for an `after` that no answer gave. */
export const timelineAnswer = async (
  app: App,
  { _id, state }: Customer,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<TimelineAnswer> => {
  const before = fromToken(after);
  const keys = await app.store.customers.keysOf(_id);
  const found = await app.store.events.timeline(keys, before, limit + 1);
  const page = found.slice(0, limit);
  const turns = await turnsOf(app, keys, page);
  const last = page.at(-1);
  return {
    customer: { id: _id, name: state.name },
    asOf: iso(Math.max(app.clock.asOf(), state.at)),
    items: page.map((event) => itemOf(app, event, turns.get(event._id))),
    next: found.length > limit && last ? toToken(last) : null,
  };
};
