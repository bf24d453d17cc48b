import type {
  ChangedAnswer,
  CustomerAnswer,
  FindAnswer,
  LibraryAnswer,
  QuoteAnswer,
  TagsAnswer,
  TasksAnswer,
} from '../../../domain/answers.ts';
import type { Role } from '../../../domain/person.ts';
import type { TimelineAnswer } from '../../../domain/timeline.ts';

/** Whoever is signed in. */
export interface Me {
  id: string;
  name: string;
  role: Role;
  lang: 'zh' | 'en';
  zone: string;
}

/** An answer that is no answer: what the bot says, and what to do. `status` 0: nothing was heard. */
export class Refused extends Error {
  readonly status: number;
  readonly hint: string;
  /** The customer whom this one became part of. */
  readonly into: string | null;

  constructor(status: number, message: string, hint = '', into: string | null = null) {
    super(message);
    this.status = status;
    this.hint = hint;
    this.into = into;
  }
}

interface Told {
  error?: { message?: string; hint?: string; into?: string };
}

const refusalOf = async (response: Response): Promise<Refused> => {
  const { error = {} } = (await response.json().catch(() => ({}))) as Told;
  return new Refused(response.status, error.message ?? `HTTP ${response.status}`, error.hint, error.into ?? null);
};

const ask = async <T>(path: string, lang: string, init: RequestInit = {}): Promise<T> => {
  const headers = { accept: 'application/json', 'accept-language': lang, ...(init.headers as Record<string, string>) };
  const response = await fetch(`/v1${path}`, { ...init, headers }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused(0, '');
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as T;
};

const at = (id: string): string => `/customers/${encodeURIComponent(id)}`;

/** The bot, as this page asks it. All texts come in `lang`; `signal` gives up on what nobody waits for any more. */
export const createApi = (lang: 'zh' | 'en') => {
  const get = <T>(path: string, signal?: AbortSignal) => ask<T>(path, lang, signal ? { signal } : {});
  const post = <T>(path: string, body: object) =>
    ask<T>(path, lang, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
  return {
    me: () => get<Me>('/me'),
    find: (q: string, signal: AbortSignal) => get<FindAnswer>(`/customers?q=${encodeURIComponent(q)}`, signal),
    library: () => get<LibraryAnswer>('/library'),
    tags: (id: string, signal: AbortSignal) => get<TagsAnswer>(`${at(id)}/tags`, signal),
    card: (id: string, signal: AbortSignal) => get<CustomerAnswer>(at(id), signal),
    tasks: (signal: AbortSignal) => get<TasksAnswer>('/tasks', signal),
    quotes: (id: string, signal: AbortSignal) =>
      get<{ quotes: QuoteAnswer[] }>(`/quotes?customer=${encodeURIComponent(id)}`, signal),
    timeline: (id: string, after: string | null, signal: AbortSignal) =>
      get<TimelineAnswer>(`${at(id)}/timeline?limit=20${after === null ? '' : `&after=${encodeURIComponent(after)}`}`, signal),
    change: (id: string, add: string[], remove: string[], confirm = false) =>
      post<ChangedAnswer>(`${at(id)}/tags`, { add, remove, ...(confirm ? { confirm } : {}) }),
    undo: (id: string) => post<ChangedAnswer>(`${at(id)}/undo`, {}),
    done: (task: string) => post<TasksAnswer>(`/tasks/${encodeURIComponent(task)}/done`, {}),
    newTask: (customer: string, text: string) => post<TasksAnswer>('/tasks', { customer, text }),
  };
};

export type Api = ReturnType<typeof createApi>;
