import type { Asking, Door } from '../../src/adapter.ts';
import type { CustomerRef, Incoming } from '../../src/domain/event.ts';
import type { Identify, Who } from './identify.ts';
import type { Places } from './places.ts';
import { type Heard, readMessage } from './read-message.ts';
import { withoutMention } from './read-text.ts';
import type { Puppet } from './wechaty-shape.ts';

type Said = Extract<Heard, { kind: 'said' }>;

/** Keeps what was heard; resolves when it is on disk. Null: there is nothing to keep. */
export type Keep = (() => Promise<void>) | null;

/** A command, and where its answer goes: a contact or a room of this login. */
export interface Asked {
  asking: Asking;
  to: { contact: string } | { room: string };
  /** Of the message. */
  id: string;
  at: number;
}

export interface HearParts {
  puppet: Puppet;
  door: Door<string>;
  identify: Identify;
  places: Places;
  /** The account's own id in this login, and its name over all logins. */
  self: () => string;
  account: () => string;
  /** Whether the bot itself said that. */
  isOurs: (conversation: string, text: string) => boolean;
  ask: (asked: Asked) => void;
}

const SLASH = /^[/／]/;

/**
 * Hears a message: who speaks, to whom, and what becomes of it. Customers' words and those that are said to them are kept; commands of staff
 * are answered where no customer reads; what colleagues say among themselves is nobody's business.
 */
export const createHear = ({ puppet, door, identify, places, self, account, isOurs, ask }: HearParts) => {
  const incoming = (heard: Heard, more: Pick<Incoming, 'conversation' | 'customer' | 'from' | 'agent' | 'body'>): Incoming => ({
    ...{ id: heard.id, at: heard.at, channel: 'wechat', account: account(), extra: {} },
    ...more,
  });

  /** What a link or a mini program is called; without it the message still counts. */
  const titleFor = async ({ id, titleOf }: Said): Promise<string> => {
    const asked = titleOf === 'url' ? puppet.messageUrl(id) : puppet.messageMiniProgram(id);
    const { title = '' } = await asked.catch((): { title?: string } => ({}));
    return title;
  };

  const bodyOf = async (heard: Heard): Promise<Incoming['body']> => {
    if (heard.kind === 'recalled') return { kind: 'fact', name: 'recall', data: { message: heard.message } };
    const { titleOf, quote, forwarded } = heard;
    return { kind: 'message', text: titleOf === null ? heard.text : await titleFor(heard), quote, forwarded };
  };

  /** A recall names nobody: it belongs to whoever its message belongs to. */
  const keepCustomers = async (heard: Heard, conversation: string, who: CustomerRef): Promise<Keep> => {
    const body = await bodyOf(heard);
    const customer = heard.kind === 'recalled' ? null : who;
    return async () => {
      await door.keep(incoming(heard, { conversation, customer, from: 'customer', agent: null, body }));
    };
  };

  /** Words to a customer: in a room to whoever of them spoke last, and to nobody where none did. */
  const keepAgents = async (
    heard: Heard,
    conversation: string,
    agent: NonNullable<Incoming['agent']>,
    to: CustomerRef | null,
  ): Promise<Keep> => {
    const body = await bodyOf(heard);
    return async () => {
      const customer = to ?? (await door.customerIn({ conversation, thread: null }));
      if (customer === null) return;
      const whose = heard.kind === 'recalled' ? ({ customer: null, from: 'customer', agent: null } as const) : null;
      await door.keep(incoming(heard, { conversation, ...(whose ?? { customer, from: 'agent', agent }), body }));
    };
  };

  /** The command that words of a colleague are, if they are one. In a room they must be said to the bot. */
  const commandIn = (said: Said, from: Asking['from'], conversation: string): Asking | null => {
    const { text, mentions, room } = said;
    const named = room !== null && mentions.includes(self());
    const words = named ? withoutMention(text) : text;
    const alone = room === null ? ({ isPrivate: true } as const) : {};
    const asking: Asking = { from, room: { conversation, thread: null }, words, ...alone };
    if (words === '' || said.titleOf !== null || said.forwarded) return null;
    const plain = room === null || !/\s/u.test(words);
    return named || SLASH.test(words) || (plain && door.isCommand(asking)) ? asking : null;
  };

  const hearColleague = async (heard: Heard, who: Extract<Who, { kind: 'staff' }>): Promise<Keep> => {
    const { room, talker, id, at } = heard;
    const from = { id: who.id, name: who.name };
    const asking = heard.kind === 'said' ? commandIn(heard, from, room ?? who.id) : null;
    if (asking !== null) {
      // Never a word about tags where a customer reads, not even that there is no answer.
      const to = room === null ? { contact: talker } : { room };
      if (room === null || (await places.isForStaff(room))) ask({ asking, to, id, at });
      return null;
    }
    return room === null || (await places.isForStaff(room)) ? null : keepAgents(heard, room, from, null);
  };

  /** Somebody writes on the account's own telephone. */
  const hearSelf = async (heard: Heard): Promise<Keep> => {
    const { room, listener } = heard;
    const agent = { id: account(), name: null };
    const conversation = room ?? listener;
    if (conversation === null || (heard.kind === 'said' && isOurs(conversation, heard.text))) return null;
    if (room !== null) return (await places.isForStaff(room)) ? null : keepAgents(heard, room, agent, null);
    const who = await identify.of(conversation);
    if (who.kind !== 'customer') return null;
    return keepAgents(heard, who.id, agent, { id: who.id, name: who.name, key: null });
  };

  return async (messageId: string): Promise<Keep> => {
    const heard = readMessage(await puppet.messagePayload(messageId));
    if (heard === null) return null;
    if (heard.talker === self()) return hearSelf(heard);
    const who = await identify.of(heard.talker);
    if (who.kind === 'program') return null;
    if (who.kind === 'staff') return hearColleague(heard, who);
    return keepCustomers(heard, heard.room ?? who.id, { id: who.id, name: who.name, key: null });
  };
};

export type Hear = ReturnType<typeof createHear>;
