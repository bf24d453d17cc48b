import type { z } from 'zod';
import type { App } from '../app.ts';
import type { Lang } from '../commands/command.ts';
import type { Scope } from '../domain/access.ts';
import type { Caller } from './caller.ts';

/** A request that was let in and read. */
export interface Asking<P = unknown, Q = unknown, B = unknown> {
  app: App;
  caller: Caller;
  lang: Lang;
  params: P;
  query: Q;
  body: B;
}

/** One address of the API: who may use it, what it takes and what it answers. The server and its description both read this. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** The scope that a token must have; people who are signed in have `read` and `write`, as far as their role goes. */
  needs: Scope;
  summary: Record<Lang, string>;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  /** How the body is described, where each part of it is checked by itself. */
  described?: z.ZodType;
  answer: z.ZodType;
  /** The status of an answer; 200 where it says nothing. */
  status?: (answer: unknown) => number;
  /** It answers with a stream of server-sent events about the customer that `run` gives; `answer` is the form of one. */
  streams?: true;
  run: (asking: Asking) => Promise<unknown>;
}

interface Typed<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>
  extends Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'status' | 'streams' | 'run'> {
  params: P;
  query: Q;
  body: B | null;
  answer: A;
  status?: (answer: z.input<A>) => number;
  run: (asking: Asking<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<A>>;
}

/** A route whose parts fit its forms. */
export const route = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  one: Typed<P, Q, B, A>,
): Route => one as unknown as Route;
