import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';

/** 24 bytes and more, as Standard Webhooks asks. */
export const SECRET = `whsec_${Buffer.from('a secret of the tests, not of anybody').toString('base64')}`;

export interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  message: { type: string; timestamp: string; data: Record<string, unknown> };
}

type Answer = number | ((response: ServerResponse, received: Received) => void);

/**
 * Somebody else's program that is told of changes: a real HTTP server that keeps what it got, and answers 204 or as it is told to. It is
 * the outside, no part of ours, and reads signatures by the library of Standard Webhooks.
 */
export const createReceiver = async (secret = SECRET) => {
  const received: Received[] = [];
  let answer: Answer = 204;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const one = { id: String(request.headers['webhook-id']), headers: request.headers, body, message: JSON.parse(body) };
      received.push(one);
      if (typeof answer === 'number') response.writeHead(answer).end();
      else answer(response, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    /** What came since the last look. */
    news: () => received.splice(0),
    answers: (with_: Answer) => {
      answer = with_;
    },
    /** Whether the library would take this message as ours, at the time that it was signed for. */
    isOurs: ({ id, headers, body }: Received): boolean => {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      return headers['webhook-signature'] === new Webhook(secret).sign(id, at, body);
    },
  };
};

export type Receiver = Awaited<ReturnType<typeof createReceiver>>;
