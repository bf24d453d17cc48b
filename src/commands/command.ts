import type { App } from '../app.ts';
import type { Actor } from '../domain/person.ts';
import type { Reply } from '../domain/reply.ts';

export type Lang = 'zh' | 'en';

/** The conversation in which a command is given. */
export interface RoomAtHand {
  /** Its key, for the history. */
  name: string;
  /** Says whether everybody there who is not in the people file is a customer. */
  setCustomers: (customers: boolean) => Promise<void>;
}

/** What a command works with: the running parts, who asks, and in which language. */
export interface Context {
  app: App;
  actor: Actor;
  lang: Lang;
  /** The customer in view, whom a command without a name means; null on the command line. */
  atHand: string | null;
  /** The token of the question (`Reply` of kind `asked`) that this call answers with yes; absent: none was asked. */
  told?: string | undefined;
  /** The conversation of a channel where this is said; absent for the operator, on the command line and in the console. */
  room?: RoomAtHand | undefined;
  /** Tells how far something long has come, on the side of the answer. */
  progress?: ((done: number, of: number) => void) | undefined;
}

/** A command that people give in chat and on the command line with the same words. */
export interface Command {
  name: string;
  /** Other names, Chinese ones first: as message text they work without the slash. */
  aliases: string[];
  usage: Record<Lang, string>;
  summary: Record<Lang, string>;
  /** Whether it changes anything, with these words: then the rules of the files are put in force before. */
  writes: boolean | ((args: readonly string[]) => boolean);
  /** Its words are, or may hold, a query: quotes in a chat stay on where they matter there. */
  query?: boolean;
  run: (context: Context, args: readonly string[]) => Promise<Reply>;
}
