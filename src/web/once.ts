import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';

/** How long an answer is kept for whoever asks again, and how long one may work on it, ms. */
const KEPT_FOR = 24 * 3_600_000;
const LEASE = 60_000;

const hash = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export interface Answered {
  status: number;
  body: string;
  /** Whether it is what was answered before. */
  again: boolean;
}

/**
 * Does what is asked once for an `Idempotency-Key`: who asks again within a day gets the first answer. What was refused was not done and is not
 * kept, so that the same key may be used once the reason is mended.
 * @throws UserError `bad_key`, `key_for_other`, `key_under_way`, and what the work throws.
 */
export const once = async (
  { store, wallNow }: Pick<App, 'store' | 'wallNow'>,
  { key, caller, asked }: { key: string; caller: string; asked: [method: string, url: string, body: string] },
  work: () => Promise<Omit<Answered, 'again'>>,
): Promise<Answered> => {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new UserError('bad_key');
  const [now, _id, what] = [wallNow(), hash(caller, key), hash(...asked)];
  const row = { _id, asked: what, lease: now + LEASE, until: new Date(now + KEPT_FOR) };
  const held = await store.keptAnswers.begin(row, now);
  if (held && held.asked !== what) throw new UserError('key_for_other');
  if (held?.body !== undefined) return { status: held.status ?? 200, body: held.body, again: true };
  if (held) throw new UserError('key_under_way');
  try {
    const answer = await work();
    await store.keptAnswers.keep(_id, answer.status, answer.body);
    return { ...answer, again: false };
  } catch (error) {
    // Where that fails too, the lease ends it.
    await store.keptAnswers.drop(_id).catch(() => undefined);
    throw error;
  }
};
