import type { Door } from '../../src/adapter.ts';
import type { Incoming } from '../../src/domain/event.ts';
import type { Directory } from './directory.ts';
import { type Heard, readEvent } from './read-event.ts';

type Said = Extract<Heard, { kind: 'said' }>;

/** Who speaks: a customer, somebody who works here, or a program. */
export type Speaker = { kind: 'customer' | 'staff' | 'program'; name: string | null };

/**
 * Says who speaks (semantics 2): the people file first; then whoever is of another workspace or a guest is a customer, and so is
 * everybody in a conversation marked by `customer here`; the others of the home workspace are staff.
 */
export const createSpeakerOf =
  ({ door, directory }: { door: Door<unknown>; directory: Directory }) =>
  async (user: string, conversation: string): Promise<Speaker> => {
    if (door.staff(user)) return { kind: 'staff', name: null };
    const { name, outside, bot } = await directory.of(user);
    if (bot) return { kind: 'program', name };
    const customer = outside || (await door.isCustomers(conversation));
    return { kind: customer ? 'customer' : 'staff', name };
  };

export type SpeakerOf = ReturnType<typeof createSpeakerOf>;

/**
 * Keeps what is said in Slack: words of customers, and answers of staff where a customer is at hand. Resolves when it is on disk.
 * What colleagues say among themselves is nobody's business and is not kept.
 */
export const createHear = ({
  door,
  speakerOf,
  account,
  isCommand,
}: {
  door: Door<unknown>;
  speakerOf: SpeakerOf;
  account: () => string;
  /** Whether somebody who works here talks to the bot with it. */
  isCommand: (said: { raw: string; direct: boolean }) => boolean;
}) => {
  const incoming = (heard: Heard, more: Pick<Incoming, 'customer' | 'from' | 'agent' | 'body'>): Incoming => ({
    ...{ id: heard.id, at: heard.at, channel: 'slack', account: account(), conversation: heard.conversation, extra: {} },
    ...more,
  });

  const hearSaid = async (said: Said): Promise<void> => {
    const { user, conversation, thread, text, quote } = said;
    const body = { kind: 'message' as const, text, quote, forwarded: false };
    const speaker = await speakerOf(user, conversation);
    if (speaker.kind === 'program') return;
    if (speaker.kind === 'customer') {
      const customer = { id: user, name: speaker.name, key: null };
      await door.keep(incoming(said, { customer, from: 'customer', agent: null, body }), thread);
      return;
    }
    if (isCommand(said)) return;
    const customer = await door.customerIn({ conversation, thread });
    if (!customer) return;
    await door.keep(incoming(said, { customer, from: 'agent', agent: { id: user, name: speaker.name }, body }), thread);
  };

  /** An edit or recall of what is not kept is not kept either. */
  const hearChange = async (change: Exclude<Heard, Said>): Promise<void> => {
    const { kind, user, conversation, thread, message, raw, text } = change;
    const speaker = user === null ? null : await speakerOf(user, conversation);
    if (speaker?.kind === 'program' || (speaker?.kind === 'staff' && isCommand({ raw, direct: false }))) return;
    // Of an unknown author an edit may hold words of colleagues; that something was deleted says nothing of anybody.
    const kept = speaker?.kind === 'customer' || (speaker === null && kind === 'recalled');
    if (!kept && !(await door.customerIn({ conversation, thread }))) return;
    const data = kind === 'edited' ? { message, text } : { message };
    const body = { kind: 'fact' as const, name: kind === 'edited' ? 'edit' : 'recall', data };
    await door.keep(incoming(change, { customer: null, from: 'customer', agent: null, body }));
  };

  return async (payload: unknown): Promise<void> => {
    const heard = readEvent(payload);
    if (heard !== null) await (heard.kind === 'said' ? hearSaid(heard) : hearChange(heard));
  };
};
