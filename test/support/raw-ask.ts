import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, createServer } from 'node:net';

/** A port of this machine that nobody had a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** One request with headers that a browser or `fetch` would not let anybody set. */
export const rawAsk = ({
  port,
  path,
  method = 'GET',
  headers = {},
  body,
}: {
  port: number;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> =>
  new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', failed).end(body);
  });

/** What comes back for bytes that are no proper request. */
export const rawBytes = (port: number, bytes: string | Buffer): Promise<string> =>
  new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (part) => {
      text += String(part);
    });
    socket.on('error', () => undefined).on('close', () => done(text));
  });
