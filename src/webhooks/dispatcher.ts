import type { WebhookSetting } from '../config/webhook-schema.ts';
import type { Instant } from '../domain/time.ts';
import { type Delivery, TEST_EVENT } from '../domain/webhook.ts';
import type { Store } from '../store/store.ts';
import type { Endpoint, EndpointFault } from './endpoint.ts';
import { nextTry } from './next-try.ts';
import type { PostMessage } from './post-message.ts';
import { sign } from './sign.ts';

export interface DispatcherParts {
  store: Pick<Store, 'deliveries' | 'goneEndpoints'>;
  webhooks: () => readonly WebhookSetting[];
  /** Where a webhook sends to, or why it cannot. */
  endpointOf: (hook: WebhookSetting) => Endpoint | EndpointFault;
  postMessage: PostMessage;
  wallNow: () => Instant;
  log: (what: string, error: unknown) => void;
}

/** Attempts made side by side for one webhook. */
const SIDE_BY_SIDE = 4;
/** The receiver wants nothing more, ever. */
const GONE = 410;

/** An HTTP status, or the code of what was in the way. */
type Answer = number | string;

const isWelcome = (answer: Answer): boolean => typeof answer === 'number' && answer >= 200 && answer < 300;

/**
 * Sends what waits for webhooks, each message at least once and always under the same id: a process that dies between sending and noting it
 * has sent it once more. Each webhook goes at its own pace: one that is slow or dead holds up none of the others. Their order is not kept.
 */
export const createDispatcher = ({ store, webhooks, endpointOf, postMessage, wallNow, log }: DispatcherParts) => {
  const { deliveries, goneEndpoints } = store;
  const stop = new AbortController();
  const busy = new Map<string, Promise<void>>();

  const next = ({ name }: WebhookSetting): Promise<Delivery | null> => deliveries.takeNext(name, wallNow());

  /** Writes what came of an attempt: in vain, a row waits for the next one, or has had its last. */
  const noteAnswer = async (hook: WebhookSetting, endpoint: Endpoint, row: Delivery, answer: Answer): Promise<void> => {
    const now = wallNow();
    const tried = { at: now, answer };
    if (answer === 'STOPPED') return deliveries.release(row, now);
    if (isWelcome(answer)) return deliveries.settle(row, 'sent', tried);
    if (answer === GONE) await goneEndpoints.note(hook.name, endpoint.fingerprint, now);
    // Nobody waits three days for a test.
    const last = answer === GONE || row.body.type === TEST_EVENT;
    const again = last ? null : nextTry(row.attempts, now);
    if (again !== null) return deliveries.postpone(row, again, tried);
    log('webhook', new Error(`${hook.name} did not take ${row._id}: ${answer}`));
    return deliveries.settle(row, 'failed', tried);
  };

  /** Makes the attempt that a row was taken in hand for. */
  const attempt = async (hook: WebhookSetting, endpoint: Endpoint, row: Delivery): Promise<Answer> => {
    const body = JSON.stringify(row.body);
    const headers = sign({ id: row._id, at: wallNow(), body }, endpoint.secrets);
    const answer = await postMessage({ url: endpoint.url, headers, body, mayBePrivate: hook.private }, stop.signal);
    await noteAnswer(hook, endpoint, row, answer);
    return answer;
  };

  /** Sends one after another, until none is due or the receiver is gone. */
  const work = async (hook: WebhookSetting, endpoint: Endpoint, first?: Delivery): Promise<void> => {
    let row = first ?? (await next(hook));
    while (row !== null) {
      const answer = await attempt(hook, endpoint, row);
      row = answer === GONE || stop.signal.aborted ? null : await next(hook);
    }
  };

  const serve = async (hook: WebhookSetting, endpoint: Endpoint): Promise<void> => {
    if ((await goneEndpoints.since(hook.name, endpoint.fingerprint)) !== null) return deliveries.drop(hook.name, wallNow());
    const first = await next(hook);
    if (first === null) return;
    const others = Array.from({ length: SIDE_BY_SIDE - 1 }, () => work(hook, endpoint));
    await Promise.all([work(hook, endpoint, first), ...others]);
  };

  return {
    /** Begins to send what is due, and waits for none of it. Two queries a webhook where nothing is due. */
    run: (): void => {
      for (const hook of webhooks()) {
        const endpoint = endpointOf(hook);
        if (typeof endpoint === 'string' || busy.has(hook.name) || stop.signal.aborted) continue;
        const served = serve(hook, endpoint)
          .catch((error) => log('webhook', error))
          .finally(() => busy.delete(hook.name));
        busy.set(hook.name, served);
      }
    },

    /** Sends these at once, also to a receiver that was gone: one that takes a message is back. What follows one in vain is left to `run`. */
    send: async (hook: WebhookSetting, endpoint: Endpoint, ids: readonly string[]): Promise<void> => {
      for (const id of ids) {
        const row = await deliveries.takeOne(id, wallNow());
        if (row === null) continue;
        if (!isWelcome(await attempt(hook, endpoint, row))) return;
        await goneEndpoints.back(hook.name);
      }
    },

    /** Resolves when nothing is being sent. */
    idle: async (): Promise<void> => {
      await Promise.all(busy.values());
    },

    /** Breaks off what is being sent; it counts for no attempt. */
    stop: async (): Promise<void> => {
      stop.abort();
      await Promise.all(busy.values());
    },
  };
};
