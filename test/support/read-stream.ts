import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface StreamEvent {
  name: string;
  data: Record<string, unknown>;
}

const readEvent = (text: string): StreamEvent[] => {
  const [, name] = /^event: (.+)$/m.exec(text) ?? [];
  const [, data] = /^data: (.+)$/m.exec(text) ?? [];
  return name === undefined || data === undefined ? [] : [{ name, data: JSON.parse(data) as Record<string, unknown> }];
};

/** Reads a stream of server-sent events as a page does; resolves when its first event has come. */
export const readStream = async (url: string, headers: Record<string, string>) => {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const response = await fetch(url, { headers, signal: ending.signal });
  const events: StreamEvent[] = [];
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      events.push(...parts.flatMap(readEvent));
    }
  };
  if (response.ok) read().catch(() => undefined);
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = performance.now() + 5_000; !holds() && performance.now() < end; ) await sleep(5);
  };
  if (response.ok) await until(() => events.length > 0);
  return { status: response.status, events, until, stop: () => ending.abort() };
};
