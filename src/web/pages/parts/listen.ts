/** What the stream of a customer tells. */
export interface News {
  version: number;
  parts: readonly string[];
  tags: { action: 'add' | 'remove' | 'suggest' | 'withdraw'; id: string; name: string }[];
}

/** Between questions where no stream opens, ms. */
const POLL = 20_000;
const MOST_FAILURES = 2;

interface Hearing {
  change: (news: News) => void;
  /** They became part of another customer. */
  gone: () => void;
  connected: (is: boolean) => void;
}

/**
 * Listens to what changes of a customer, by server-sent events; where none opens twice, it asks every 20 s. A hidden page does not listen,
 * and asks for all when it is shown again. Gives how to stop.
 */
export const listen = (id: string, { change, gone, connected }: Hearing): (() => void) => {
  const path = `/v1/customers/${encodeURIComponent(id)}`;
  let source: EventSource | null = null;
  let timer = 0;
  let failures = 0;
  let version: number | null = null;

  const heard = (event: MessageEvent<string>): News => {
    const news = JSON.parse(event.data) as Pick<News, 'version'> & Partial<News>;
    const missed = version !== null && news.version !== version && event.type === 'now';
    version = news.version;
    return missed ? { ...news, parts: ['all'], tags: [] } : { ...news, parts: news.parts ?? [], tags: news.tags ?? [] };
  };
  const hear = (event: MessageEvent<string>) => {
    const news = heard(event);
    if (news.parts.length > 0) change(news);
  };

  const poll = async () => {
    try {
      const response = await fetch(`${path}/changes${version === null ? '' : `?since=${version}`}`);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const { version: now, changed } = (await response.json()) as { version: number; changed: boolean };
      connected(true);
      if (changed && version !== null) change({ version: now, parts: ['all'], tags: [] });
      version = now;
    } catch {
      connected(false);
    }
    timer = window.setTimeout(poll, POLL);
  };

  const open = () => {
    source = new EventSource(`${path}/live`);
    source.addEventListener('now', (event) => {
      failures = 0;
      connected(true);
      hear(event);
    });
    source.addEventListener('change', hear);
    source.addEventListener('gone', gone);
    source.onerror = () => {
      connected(false);
      failures += 1;
      if (failures < MOST_FAILURES && source?.readyState !== EventSource.CLOSED) return;
      source?.close();
      source = null;
      void poll();
    };
  };

  const close = () => {
    source?.close();
    source = null;
    window.clearTimeout(timer);
  };
  const turn = () => {
    close();
    if (!document.hidden) open();
  };
  document.addEventListener('visibilitychange', turn);
  open();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close();
  };
};
