import type { CommandBody, Incoming } from '../domain/event.ts';
import { readLine, UnreadableLine } from '../domain/line.ts';
import type { Instant } from '../domain/time.ts';
import type { SampleCustomer, SampleForm, SampleTurn } from './sample-schema.ts';
import { sampleTime } from './sample-time.ts';

/** Keeps the sample's customers apart from real ones that happen to have the same id on a channel. */
export const SAMPLE_ACCOUNT = 'sample';

type Staff = SampleForm['staff'];

/** What is wrong with one turn: the field, and what to do. */
export interface Fault {
  field: string;
  message: string;
}

/** What stands under a name in the file; names of JavaScript's own, like constructor, stand for nothing. */
const under = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The line's own reasons go on from its field (`must be …`); what the schema says by itself may list half the program. */
const lineMessage = (reason: string): string =>
  /^(?:must|is) /.test(reason) ? `Correct this: it ${reason}.` : 'Write something else here.';

const asLine = (turn: SampleTurn, place: object, staff: Staff): Incoming | Fault => {
  const { from, text, quote, forwarded, event, data } = turn;
  const agent = from === undefined ? undefined : under(staff, from);
  if (from !== undefined && !agent) return { field: 'from', message: 'Name somebody of staff.' };
  const writer = agent ? { from: 'agent', agent: { id: agent.id, name: agent.name } } : { from: 'customer' };
  try {
    // Messages and facts pass the check of every line that comes in.
    const line = readLine(JSON.stringify({ ...place, ...writer, text, quote, forwarded, event, data }));
    return line.kind === 'event' ? line.event : { field: '', message: 'Write a message or an event.' };
  } catch (error) {
    if (!(error instanceof UnreadableLine)) throw error;
    return { field: error.field, message: lineMessage(error.message) };
  }
};

const asCommand = (
  turn: SampleTurn,
  by: string,
  staff: Staff,
  place: Pick<Incoming, 'at' | 'channel' | 'conversation' | 'customer'>,
) => {
  const actor = under(staff, by);
  if (!actor) return { field: 'by', message: 'Name somebody of staff.' };
  const { add = [], remove = [] } = turn;
  const body: CommandBody = {
    kind: 'command',
    actor: { id: by, role: actor.role },
    add,
    remove,
    fields: {},
    owner: null,
    undo: null,
  };
  const agent = { id: actor.id, name: actor.name };
  return { ...place, id: turn.id, account: SAMPLE_ACCOUNT, from: 'agent' as const, body, agent, extra: {} };
};

/** A turn of a customer as it would have come in, or what is wrong with it. */
export const turnToIncoming = (turn: SampleTurn, whom: SampleCustomer, staff: Staff, now: Instant): Incoming | Fault => {
  const { on = whom.channel, by } = turn;
  const id = on === whom.channel ? whom.id : under(whom.also ?? {}, on);
  if (id === undefined) return { field: 'on', message: 'Name a channel on which this customer is.' };
  const customer = { id, name: whom.name, key: whom.key ?? null };
  const at = sampleTime(turn.at, now);
  const place = { at, channel: on, conversation: id, customer };
  if (by !== undefined) return asCommand(turn, by, staff, place);
  return asLine(turn, { ...place, at: new Date(at).toISOString(), id: turn.id, account: SAMPLE_ACCOUNT }, staff);
};
