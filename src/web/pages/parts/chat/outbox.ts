import { Refused } from '../ask.ts';
import { newId } from '../new-id.ts';
import type { Unsent } from './said.ts';
import { createUnsentStore } from './unsent-store.ts';

/** Before a message that was not taken is sent again, ms: longer each time. */
const FIRST = 1_000;
const MOST = 15_000;

/** Whether the same message may be taken later: nothing was heard, nobody is signed in, too many came, or the bot itself is not well. */
const mayPass = ({ status }: Refused): boolean =>
  status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

/**
 * Messages on their way, one after another in the order in which they were written. One is away only when the bot says that it has it; sent
 * twice it is the same. What is refused for good stays to be read, with why, and holds nobody up.
 */
export const createOutbox = ({
  name,
  send,
  changed,
}: {
  /** Whose words these are: the key of the page's own storage. */
  name: string;
  send: (one: Unsent) => Promise<void>;
  changed: (unsent: Unsent[]) => void;
}) => {
  const store = createUnsentStore(name);
  let unsent = store.all();
  let timer = 0;
  let pause = FIRST;
  let busy = false;
  let stopped = false;

  const set = (next: Unsent[]) => {
    unsent = next;
    if (!stopped) changed(next);
  };
  const drop = (id: string) => {
    store.drop(id);
    set(unsent.filter((one) => one.id !== id));
  };

  const mark = (id: string, more: Partial<Unsent>) =>
    set(unsent.map((held) => (held.id === id ? { ...held, tried: true, ...more } : held)));

  const attempt = async (one: Unsent): Promise<'went' | 'wait'> => {
    try {
      await send(one);
      drop(one.id);
    } catch (error) {
      if (!(error instanceof Refused) || mayPass(error)) {
        mark(one.id, {});
        return 'wait';
      }
      store.drop(one.id);
      mark(one.id, { reason: error.message });
    }
    return 'went';
  };

  const pump = async () => {
    window.clearTimeout(timer);
    if (busy || stopped) return;
    busy = true;
    for (let next = unsent.find(({ reason }) => reason === null); next; next = unsent.find(({ reason }) => reason === null)) {
      if ((await attempt(next)) === 'wait') {
        timer = window.setTimeout(pump, pause);
        pause = Math.min(pause * 2, MOST);
        break;
      }
      pause = FIRST;
      if (stopped) break;
    }
    busy = false;
  };
  const again = () => {
    pause = FIRST;
    void pump();
  };

  return {
    start: (): void => {
      changed(unsent);
      window.addEventListener('online', again);
      void pump();
    },
    stop: (): void => {
      stopped = true;
      window.clearTimeout(timer);
      window.removeEventListener('online', again);
    },
    add: (text: string): void => {
      // Two messages of one moment keep their order.
      const at = Math.max(Date.now(), (unsent[unsent.length - 1]?.at ?? 0) + 1);
      const one = { id: newId(), text, at, tried: false, reason: null };
      store.put(one);
      set([...unsent, one]);
      void pump();
    },
    drop,
    again,
  };
};
