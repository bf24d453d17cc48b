import type { ServerResponse } from 'node:http';
import { UserError } from '../errors.ts';
import type { LiveNews } from './live-board.ts';

/** Open streams, all together and of one caller. */
const MOST = 500;
const MOST_OWN = 20;
const HEARTBEAT = 20_000;
/** A reader who takes nothing for so long that this much waits is let go; it connects again, bytes. */
const MOST_WAITING = 65_536;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/** One event as the standard of server-sent events has it. */
const eventText = (name: string, { version, ...data }: Pick<LiveNews, 'version'> & object): string =>
  `id: ${version}\nevent: ${name}\ndata: ${JSON.stringify({ version, ...data })}\n\n`;

/** The open streams: bounded, kept alive, and ended with the server or with the right to look. */
export const createLiveStreams = ({ heartbeat = HEARTBEAT }: { heartbeat?: number | undefined } = {}) => {
  const open = new Map<ServerResponse, string>();

  const ownOf = (caller: string): number => [...open.values()].filter((one) => one === caller).length;

  return {
    count: (): number => open.size,

    /** @throws UserError `too_many_streams` */
    checkRoom: (caller: string): void => {
      if (open.size >= MOST || ownOf(caller) >= MOST_OWN) throw new UserError('too_many_streams');
    },

    /**
     * Opens a stream on a response: first `now` with the version that stands, then `change` for each piece of news.
     * @param mayStay asked at every heartbeat; @param listen gives how to stop listening.
     */
    start: ({
      response,
      caller,
      now,
      mayStay,
      listen,
    }: {
      response: ServerResponse;
      caller: string;
      now: Pick<LiveNews, 'customer' | 'version'>;
      mayStay: () => Promise<boolean>;
      listen: (hear: (news: LiveNews) => void) => () => void;
    }): void => {
      const send = (text: string) => {
        if (response.writableLength > MOST_WAITING) response.destroy();
        else response.write(text);
      };
      response.writeHead(200, HEADERS);
      // Everybody comes back at their own moment after a restart.
      send(`retry: ${2000 + Math.floor(Math.random() * 1000)}\n\n${eventText('now', now)}`);
      const stop = listen((news) => send(eventText(news.gone ? 'gone' : 'change', news)));
      const beat = setInterval(() => {
        send(': here\n\n');
        mayStay().then(
          (may) => may || response.end(),
          // Whether they still may cannot be known now; the next beat asks again.
          () => undefined,
        );
      }, heartbeat);
      open.set(response, caller);
      response.once('close', () => {
        clearInterval(beat);
        stop();
        open.delete(response);
      });
    },

    /** Ends them all. */
    stop: (): void => {
      for (const response of open.keys()) response.end();
    },
  };
};

export type LiveStreams = ReturnType<typeof createLiveStreams>;
