import type { ServerResponse } from 'node:http';
import { UserError } from '../errors.ts';

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
export const eventText = (name: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** News of a customer as one event. */
export const newsText = <N extends { version: number }>(name: string, { version, ...data }: N): string =>
  eventText(name, { version, ...data }, version);

/** The open streams: bounded, kept alive, and ended with the server or with the right to look. @param mostOwn of one caller */
export const createLiveStreams = ({
  heartbeat = HEARTBEAT,
  mostOwn = MOST_OWN,
}: {
  heartbeat?: number | undefined;
  mostOwn?: number;
} = {}) => {
  const open = new Map<ServerResponse, string>();

  const ownOf = (caller: string): number => [...open.values()].filter((one) => one === caller).length;

  return {
    count: (): number => open.size,

    /** @throws UserError `too_many_streams` */
    checkRoom: (caller: string): void => {
      if (open.size >= MOST || ownOf(caller) >= mostOwn) throw new UserError('too_many_streams');
    },

    /**
     * Opens a stream on a response. @param first what it begins with; @param mayStay asked at every heartbeat; @param listen sends
     * texts of events from then on, and gives how to stop.
     */
    start: ({
      response,
      caller,
      first,
      mayStay,
      listen,
    }: {
      response: ServerResponse;
      caller: string;
      first: string;
      mayStay: () => Promise<boolean>;
      listen: (send: (text: string) => void) => () => void;
    }): void => {
      // Gone while it was looked up who it is: nothing would end what is opened now.
      if (response.destroyed || response.closed) return;
      const send = (text: string) => {
        if (response.writableLength > MOST_WAITING) response.destroy();
        else response.write(text);
      };
      response.writeHead(200, HEADERS);
      // Everybody comes back at their own moment after a restart.
      send(`retry: ${2000 + Math.floor(Math.random() * 1000)}\n\n${first}`);
      const stop = listen(send);
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
