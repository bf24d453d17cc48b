import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Adapter, Health, Whereabouts } from '../../src/adapter.ts';
import type { Incoming } from '../../src/domain/event.ts';
import { readConsoleLine } from './decode.ts';

/** What the street offers the console: whoever sits at it is the operator, and speaks as anybody. */
export interface ConsoleDoor {
  /** Keeps an event; resolves when it is on disk. */
  keep: (incoming: Incoming) => Promise<'kept' | 'duplicate'>;
  /** Resolves when all that was kept so far is applied. */
  applied: () => Promise<void>;
  /** Answers a command given in words; errors come back as sentences. `atHand`: the customer in view. */
  answer: (words: string, atHand: string | null) => Promise<string>;
  /** Whether these words are a command when written without a slash (标签, 分群 …). */
  isCommand: (words: string) => boolean;
  /** The customer whom a word means, with a place where they are met; null when nobody is. */
  meet: (word: string) => Promise<{ id: string; at: Whereabouts } | null>;
}

export interface ConsoleParts {
  door: ConsoleDoor;
  input: Readable & { isTTY?: boolean };
  output: Writable;
  now: () => number;
  /** The sentences of the console itself. */
  words: { asCustomer: (name: string) => string; asAgent: (name: string) => string; nobody: string; bye: string };
}

interface Speaker {
  role: 'customer' | 'agent';
  /** The agent's name. */
  agent: string;
  /** The customer who speaks, or to whom the agent speaks. */
  customer: { id: string | null; at: Whereabouts } | null;
}

const stranger = (name: string): Whereabouts => ({
  channel: 'console',
  account: '',
  customer: { id: name, name, key: null },
});

const message = (speaker: Speaker, at: Whereabouts, text: string, now: number): Incoming => ({
  id: randomUUID(),
  at: now,
  channel: at.channel,
  account: at.account,
  conversation: 'console',
  customer: at.customer,
  from: speaker.role,
  body: { kind: 'message', text, quote: null, forwarded: false },
  agent: speaker.role === 'agent' ? { id: speaker.agent, name: speaker.agent } : null,
  extra: {},
});

/** Talk in the terminal, as customers and as an agent: `/as Mei`, `/as agent`; other lines are messages or commands. */
export const createConsole = ({ door, input, output, now, words }: ConsoleParts): Adapter & { ended: Promise<void> } => {
  const speaker: Speaker = { role: 'customer', agent: 'agent', customer: null };
  let lines: Interface | null = null;
  let state: Health['state'] = 'stopped';
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const print = (text: string): void => {
    output.write(`${text}\n`);
  };
  const prompt = () => {
    const name = speaker.customer?.at.customer.name ?? speaker.customer?.at.customer.id ?? '';
    lines?.setPrompt(speaker.role === 'agent' ? `${speaker.agent} → ${name}> ` : `${name}> `);
    if (input.isTTY) lines?.prompt();
  };

  const become = async (role: Speaker['role'], name: string) => {
    speaker.role = role;
    if (role === 'agent') {
      if (name !== '') speaker.agent = name;
      return print(words.asAgent(speaker.agent));
    }
    const met = await door.meet(name);
    speaker.customer = met ?? { id: null, at: stranger(name) };
    print(words.asCustomer(met?.at.customer.name ?? name));
  };

  const say = async (text: string) => {
    if (!speaker.customer) return print(words.nobody);
    await door.keep(message(speaker, speaker.customer.at, text, now()));
    await door.applied();
    speaker.customer.id ??= (await door.meet(speaker.customer.at.customer.id))?.id ?? null;
  };

  const hear = async (line: string) => {
    const heard = readConsoleLine(line, speaker.role === 'agent' && door.isCommand(line));
    if (heard.kind === 'as') await become(heard.role, heard.name);
    else if (heard.kind === 'command') print(await door.answer(heard.words, speaker.customer?.id ?? null));
    else if (heard.kind === 'message') await say(heard.text);
    return heard.kind !== 'quit';
  };

  return {
    name: 'console',
    ended,
    health: () => ({ state }),
    start: async () => {
      state = 'ready';
      lines = createInterface({ input, output: input.isTTY ? output : undefined, terminal: input.isTTY === true } as never);
      // One line after another, however fast they come.
      void (async () => {
        prompt();
        for await (const line of lines) {
          if (!(await hear(line))) break;
          prompt();
        }
        print(words.bye);
        end();
      })().catch(end);
    },
    stop: async () => {
      state = 'stopped';
      lines?.close();
    },
  };
};
