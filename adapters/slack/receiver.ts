import type { Logger, Receiver, ReceiverEvent } from '@slack/bolt';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackSecrets, SlackSettings } from './settings.ts';

/** A request that is older or newer than this is nobody's (docs: verifying requests from Slack), s. */
const SKEW = 300;

/** It was signed by Slack, but for another time: somebody sends it again. */
class WrongTime extends Error {}

/**
 * Bolt acknowledges an event before its listeners run; this keeps it first. When it cannot be kept it is not acknowledged, and Slack
 * delivers again.
 */
const keepFirst = (inner: Receiver, keep: (body: ReceiverEvent['body']) => Promise<void>): Receiver => ({
  init: (app) =>
    inner.init(
      new Proxy(app, {
        get: (target, key) =>
          key === 'processEvent'
            ? async (event: ReceiverEvent) => {
                const sentAt = Number(event.customProperties?.['sentAt'] ?? 0);
                // Bolt looks back only.
                if (sentAt > Date.now() / 1000 + SKEW) throw new WrongTime();
                await keep(event.body);
                return target.processEvent(event);
              }
            : Reflect.get(target, key, target),
      }),
    ),
  start: (...parts) => inner.start(...parts),
  stop: (...parts) => inner.stop(...parts),
});

const createHttp = (signingSecret: string, logger: Logger): Receiver =>
  new HTTPReceiver({
    signingSecret,
    logger,
    customPropertiesExtractor: ({ headers }) => ({ sentAt: headers['x-slack-request-timestamp'] }),
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404);
      response.end();
    },
    processEventErrorHandler: ({ error, response, logger }) => {
      logger.error(error instanceof WrongTime ? 'a request of another time' : error);
      if (!response.headersSent) {
        response.writeHead(error instanceof WrongTime ? 401 : 503);
        response.end();
      }
      return Promise.resolve(false);
    },
  });

const createSocket = (appToken: string, api: string | null, logger: Logger, connected: (is: boolean) => void): Receiver => {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Each reconnect of the client waits for as many times this, ms.
    clientPingTimeout: 3_000,
    installerOptions: { clientOptions: api === null ? {} : { slackApiUrl: api } },
    processEventErrorHandler: ({ error, logger }) => {
      logger.error(error);
      return Promise.resolve(false);
    },
  });
  receiver.client.on('connected', () => connected(true));
  receiver.client.on('reconnecting', () => connected(false));
  receiver.client.on('disconnected', () => connected(false));
  return receiver;
};

/** Where Slack's events come in, by the mode of the settings. */
export const createReceiver = ({
  mode,
  secrets,
  logger,
  keep,
  connected,
}: {
  mode: NonNullable<SlackSettings['mode']>;
  secrets: SlackSecrets;
  logger: Logger;
  keep: (body: ReceiverEvent['body']) => Promise<void>;
  /** Hears whether Socket Mode has a connection. */
  connected: (is: boolean) => void;
}): Receiver => {
  const { signingSecret, appToken, api } = secrets;
  const inner = mode === 'http' ? createHttp(signingSecret ?? '', logger) : createSocket(appToken ?? '', api, logger, connected);
  return keepFirst(inner, keep);
};
