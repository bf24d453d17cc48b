import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createAsk, Refused } from '../parts/ask.ts';
import { type Said, type Unsent, withAll, withoutWords, withSaid } from '../parts/chat/said.ts';
import { useOutbox } from '../parts/chat/use-outbox.ts';
import { listen } from './listen.ts';

interface Visit {
  id: string;
  /** Whether the bot knew us by our cookie. */
  known: boolean;
  messages: Said[];
}

/** Before the talk is asked for again that could not be had, ms. */
const AGAIN = 3_000;

/** The talk of whoever has this page open: what was said, what is on its way, and whether the line is there. */
export const useVisit = (lang: 'zh' | 'en', name: string) => {
  const ask = useMemo(() => createAsk(lang, '/chat'), [lang]);
  const [messages, setMessages] = useState<Said[] | null>(null);
  const [connected, setConnected] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const latest = useRef<Visit | null>(null);

  /** Whom the bot does not know twice, one time after the other, their browser keeps no cookie. */
  const meet = useCallback(async (): Promise<void> => {
    const visit = await ask.post<Visit>('/talk', {});
    const before = latest.current;
    const another = before !== null && before.id !== visit.id;
    setForgotten(!visit.known && before?.known === false);
    latest.current = visit;
    setMessages((held) => (another ? visit.messages : withAll(held ?? [], visit.messages)));
  }, [ask]);

  /** Our cookie was taken: if it goes one day, this browser keeps cookies all the same. */
  const recognised = useCallback(() => {
    if (latest.current) latest.current = { ...latest.current, known: true };
  }, []);

  useEffect(() => {
    let stop = (): void => undefined;
    let timer = 0;
    let over = false;
    const begin = async () => {
      try {
        await meet();
      } catch {
        if (!over) timer = window.setTimeout(begin, AGAIN);
        return;
      }
      if (over) return;
      let first = true;
      stop = listen({
        said: (said) => setMessages((before) => withSaid(before ?? [], said)),
        back: (id) => setMessages((before) => withoutWords(before ?? [], id)),
        opened: () => {
          setConnected(true);
          recognised();
          if (!first) void meet().catch(() => undefined);
          first = false;
        },
        cut: (refused) => {
          setConnected(false);
          if (!refused) return;
          // Where no cookie is kept, each try would be another visitor.
          if (latest.current?.known === false) setForgotten(true);
          else void meet().catch(() => undefined);
        },
      });
    };
    void begin();
    return () => {
      over = true;
      window.clearTimeout(timer);
      stop();
    };
  }, [meet, recognised]);

  const say = async ({ id, text }: Unsent): Promise<void> => {
    const body = { id, text, ...(name.trim() === '' ? {} : { name }) };
    await ask.post('/messages', body).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 403) throw error;
      // A cookie that is over: a new visit, and the same words once more.
      await meet();
      await ask.post('/messages', body);
    });
    recognised();
    setMessages((before) => withSaid(before ?? [], { id, text, at: Date.now(), from: 'customer', name: null }));
  };
  const outbox = useOutbox('chat', say);

  return {
    ...{ messages, connected, forgotten, outbox },
    back: async (id: string): Promise<void> => {
      await ask.post('/back', { id });
      setMessages((before) => withoutWords(before ?? [], id));
    },
  };
};
