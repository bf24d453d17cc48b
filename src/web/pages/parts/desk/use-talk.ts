import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TagsAnswer } from '../../../../domain/answers.ts';
import type { Ask } from '../ask.ts';
import { type Said, withAll, withSaid } from '../chat/said.ts';
import { listen } from '../listen.ts';

export interface Asks {
  api: Ask;
  desk: Ask;
}

/** What was said with a customer and which tags rest on it, live. With another customer all is empty at once, and late answers are dropped. */
export const useTalk = ({ api, desk }: Asks, customer: string | null) => {
  const [messages, setMessages] = useState<Said[] | null>(null);
  const [tags, setTags] = useState<TagsAnswer | null>(null);
  const [connected, setConnected] = useState(true);
  const turn = useRef(new AbortController());
  const asked = useRef(0);
  const shown = useRef(0);
  const before = useRef<string | null | undefined>(undefined);
  /** Whom the screen shows: what comes late of another is dropped. */
  const now = useRef(customer);
  now.current = customer;

  const load = useCallback(async () => {
    const { signal } = turn.current;
    if (customer === null || signal.aborted || now.current !== customer) return;
    asked.current += 1;
    const own = asked.current;
    const whom = encodeURIComponent(customer);
    // What cannot be had now is asked for again when the line is back.
    const quietly = () => undefined;
    const [talk, carried] = await Promise.all([
      desk.get<{ messages: Said[] }>(`/talk?customer=${whom}`, signal).catch(quietly),
      api.get<TagsAnswer>(`/customers/${whom}/tags`, signal).catch(quietly),
    ]);
    if (signal.aborted) return;
    // Of two questions the later one has the newer answer, whichever comes first.
    if (own < shown.current) return;
    shown.current = own;
    if (talk) setMessages((held) => withAll(held ?? [], talk.messages));
    if (carried) setTags(carried);
  }, [api, desk, customer]);

  useEffect(() => {
    const own = new AbortController();
    turn.current = own;
    setTags(null);
    // The first words of somebody new stay while the bot gives them an id.
    const isNew = before.current === null && customer !== null;
    before.current = customer;
    if (!isNew) setMessages(customer === null ? [] : null);
    setConnected(true);
    if (customer === null) return () => own.abort();
    void load();
    const stop = listen(customer, {
      change: () => void load(),
      gone: () => void load(),
      connected: (is) => {
        setConnected(is);
        if (is) void load();
      },
    });
    return () => {
      own.abort();
      stop();
    };
  }, [customer, load]);

  return {
    ...{ messages, tags, connected, load },
    /** Shows what was just taken. */
    put: (said: Said) => {
      // Somebody new has no id before their first words are kept.
      if (customer === null || now.current === customer) setMessages((held) => withSaid(held ?? [], said));
    },
  };
};

export type StaffTalk = ReturnType<typeof useTalk>;
