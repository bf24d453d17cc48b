import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a database server that loses what it is told to. */
export interface LossyLine {
  /** The address of a database of this name, by this line. */
  uri: (name: string) => string;
  /** Breaks the connection of the next `times` requests that hold these bytes, before they reach the server. */
  loseRequests: (bytes: string, times: number) => void;
  /** Lets the server do what the next `times` requests that hold these bytes ask for, and breaks the connection then. */
  loseReplies: (bytes: string, times: number) => void;
  /** How many requests and replies it has lost. */
  lost: () => number;
}

interface Loss {
  bytes: string;
  times: number;
}

/** Opens a line to the server on this port of the loopback; closed when the test is over. */
export async function lossyLine(port: number): Promise<LossyLine> {
  const none: Loss = { bytes: '', times: 0 };
  let [requests, replies] = [none, none];
  let lost = 0;
  const sockets = new Set<Socket>();
  /** A connection has one request under way at a time. */
  const isOne = (loss: Loss, chunk: Buffer): boolean => {
    if (loss.times === 0 || !chunk.includes(loss.bytes)) return false;
    loss.times -= 1;
    lost += 1;
    return true;
  };
  const server = createServer((client) => {
    const up = connect(port, '127.0.0.1');
    let mute = false;
    const end = () => {
      client.destroy();
      up.destroy();
    };
    for (const socket of [client, up]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (chunk) => {
      if (isOne(requests, chunk)) return end();
      mute ||= isOne(replies, chunk);
      up.write(chunk);
    });
    up.on('data', (chunk) => (mute ? end() : client.write(chunk)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return {
    uri: (name) => `mongodb://127.0.0.1:${address.port}/${name}?directConnection=true`,
    loseRequests: (bytes, times) => {
      requests = { bytes, times };
    },
    loseReplies: (bytes, times) => {
      replies = { bytes, times };
    },
    lost: () => lost,
  };
}
