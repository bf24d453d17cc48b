import type { Role } from '../../../domain/person.ts';
import { newId } from './new-id.ts';

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

const request = async <T>(path: string, lang: string, init: RequestInit = {}): Promise<T> => {
  // What stands on the screen is in this language, whichever the person prefers elsewhere.
  const headers = { accept: 'application/json', 'tagwise-lang': lang, ...(init.headers as Record<string, string>) };
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused(0, '');
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as T;
};

/**
 * How a page asks the bot. All texts come in `lang`; `signal` gives up on what nobody waits for any more. @throws Refused
 * @param base what stands before every path: the API, or the addresses of a channel.
 */
export const createAsk = (lang: 'zh' | 'en', base = '/v1') => ({
  get: <T>(path: string, signal?: AbortSignal) => request<T>(base + path, lang, signal ? { signal } : {}),
  /** Sent twice, it takes effect once. */
  post: <T>(path: string, body: object) =>
    request<T>(base + path, lang, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
      body: JSON.stringify(body),
    }),
});

export type Ask = ReturnType<typeof createAsk>;
