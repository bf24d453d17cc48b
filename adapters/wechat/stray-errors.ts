/** Packages of Wechaty, wherever they are installed. */
const THEIRS = /node_modules[/\\](?:@juzi[/\\])?(?:wechat|memory-card|file-box|flash-store|state-switch|gerror)/;

/** How long after its end a puppet may still stumble, ms. */
const AFTER = 2_000;

/**
 * Puppets reject promises that nobody awaits (wechaty-puppet-wechat4u does whenever it is stopped), which would end the whole bot. Those are
 * noted; what comes from anywhere else ends the process as it should. Gives what takes it back.
 */
export const catchStrayErrors = (noted: (error: unknown) => void): (() => void) => {
  const listener = (reason: unknown): void => {
    if (!(reason instanceof Error && THEIRS.test(reason.stack ?? ''))) throw reason;
    noted(reason);
  };
  process.on('unhandledRejection', listener);
  return () => {
    setTimeout(() => process.off('unhandledRejection', listener), AFTER).unref();
  };
};
