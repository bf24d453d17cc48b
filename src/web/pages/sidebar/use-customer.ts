import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerAnswer, QuoteAnswer, TagsAnswer, TaskAnswer } from '../../../domain/answers.ts';
import type { MaterialAnswer } from '../../../domain/material.ts';
import type { TimelineAnswer } from '../../../domain/timeline.ts';
import { Refused } from '../parts/ask.ts';
import { listen, type News } from '../parts/listen.ts';
import type { Part } from '../parts/part.ts';
import type { Api } from './api.ts';

export interface Parts {
  tags: Part<TagsAnswer>;
  card: Part<CustomerAnswer>;
  tasks: Part<TaskAnswer[]>;
  quotes: Part<QuoteAnswer[]>;
  material: Part<MaterialAnswer>;
  timeline: Part<Pick<TimelineAnswer, 'items' | 'next'>>;
}

type Name = keyof Parts;

const NOTHING: Parts = {
  tags: { value: null, fault: null },
  card: { value: null, fault: null },
  tasks: { value: null, fault: null },
  quotes: { value: null, fault: null },
  material: { value: null, fault: null },
  timeline: { value: null, fault: null },
};

const ALL = Object.keys(NOTHING) as Name[];
/** Which of our parts a change of one of the stream's shows in. */
const SHOWN: Record<string, Name[]> = {
  tags: ['tags', 'material'],
  stage: ['tags', 'material'],
  tasks: ['tasks'],
  quotes: ['quotes'],
  card: ['card', 'tags', 'material'],
  timeline: ['timeline'],
  all: ALL,
};

/**
 * A customer on the screen: all parts, asked for again as they change. When another customer comes, the screen is empty at once, and
 * whatever still arrives of the one before is dropped.
 */
export const useCustomer = (api: Api, id: string, told: { news: (news: News) => void; gone: () => void }) => {
  const [parts, setParts] = useState<Parts>(NOTHING);
  const [connected, setConnected] = useState(true);
  const turn = useRef(new AbortController());
  const hears = useRef(told);
  hears.current = told;

  /** How often each part was asked for. */
  const asked = useRef<Partial<Record<Name, number>>>({});

  const ask = useCallback(
    async <N extends Name>(name: N, signal: AbortSignal): Promise<void> => {
      const questions: { [K in Name]: () => Promise<unknown> } = {
        tags: () => api.tags(id, signal),
        card: () => api.card(id, signal),
        tasks: async () => (await api.tasks(id, signal)).tasks,
        quotes: async () => (await api.quotes(id, signal)).quotes,
        material: () => api.material(id, signal),
        timeline: () => api.timeline(id, null, signal),
      };
      const own = (asked.current[name] ?? 0) + 1;
      asked.current[name] = own;
      // Of two questions the later one has the newer answer, whichever comes first.
      const isOld = () => signal.aborted || asked.current[name] !== own;
      try {
        const value = await questions[name]();
        if (!isOld()) setParts((before) => ({ ...before, [name]: { value, fault: null } }));
      } catch (error) {
        if (isOld()) return;
        const fault = error instanceof Refused ? error : new Refused(0, String(error));
        setParts((before) => ({ ...before, [name]: { ...before[name], fault } }));
      }
    },
    [api, id],
  );

  const askAgain = useCallback(
    (names: readonly Name[]) => {
      for (const name of names) void ask(name, turn.current.signal);
    },
    [ask],
  );

  useEffect(() => {
    const own = new AbortController();
    turn.current = own;
    setParts(NOTHING);
    for (const name of ALL) void ask(name, own.signal);
    const stop = listen(id, {
      change: (news) => {
        askAgain([...new Set(news.parts.flatMap((part) => SHOWN[part] ?? []))]);
        hears.current.news(news);
      },
      gone: () => hears.current.gone(),
      connected: setConnected,
    });
    return () => {
      own.abort();
      stop();
    };
  }, [ask, askAgain, id]);

  return {
    parts,
    connected,
    askAgain,
    /** Shows a part as it will be, or as an answer said it is. */
    show: <N extends Name>(name: N, change: (value: NonNullable<Parts[N]['value']>) => NonNullable<Parts[N]['value']>): void =>
      setParts((before) => {
        const { value } = before[name];
        return value === null ? before : { ...before, [name]: { value: change(value as never), fault: null } };
      }),
    older: async (): Promise<void> => {
      const { signal } = turn.current;
      const after = parts.timeline.value?.next ?? null;
      if (after === null) return;
      const page = await api.timeline(id, after, signal);
      if (signal.aborted) return;
      setParts((before) => ({
        ...before,
        timeline: { value: { items: [...(before.timeline.value?.items ?? []), ...page.items], next: page.next }, fault: null },
      }));
    },
  };
};

export type OnScreen = ReturnType<typeof useCustomer>;
