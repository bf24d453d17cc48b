import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GATEWAY_PUPPET, type WechatSecrets, type WechatSettings } from './settings.ts';
import type { Bot, Puppet } from './wechaty-shape.ts';

/** A package that somebody wants and nobody installed. */
export class PackageMissing extends Error {
  readonly wanted: string;

  constructor(wanted: string, options?: ErrorOptions) {
    super(`${wanted} is not installed`, options);
    this.wanted = wanted;
  }
}

/**
 * A puppet that hears nothing from WeChat for so long is reset by Wechaty, which stops the puppet of the gateway too and does not come
 * back. We look after it ourselves, so that never happens. s.
 */
const NEVER = 1_000_000;

const load = async <T>(name: string): Promise<T> => {
  try {
    return (await import(name)) as T;
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const notThere = code === 'ERR_MODULE_NOT_FOUND' && message?.includes(`'${name}'`);
    throw notThere ? new PackageMissing(name, { cause: error }) : error;
  }
};

/** The classes of the packages, loaded only where somebody wants them. */
export interface Wechaty {
  createPuppet: (options: Record<string, unknown>) => Puppet;
  createBot: (options: { puppet: Puppet; name: string }) => Bot;
}

/** Loads what would keep the whole process from ending at an error that nobody caught, as wechat4u does, and takes that back. */
const withoutCatchers = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = new Set(process.listeners('uncaughtException'));
  try {
    return await work();
  } finally {
    for (const one of process.listeners('uncaughtException'))
      if (!before.has(one)) process.removeListener('uncaughtException', one);
  }
};

/** @throws PackageMissing */
export const importWechaty = async (puppet: string): Promise<Wechaty> => {
  const { WechatyBuilder, log } = await load<{
    WechatyBuilder: { build: (options: object) => Bot };
    log: { level: (level: string) => void };
  }>('wechaty');
  const found = await withoutCatchers(() => load<{ default?: unknown }>(puppet));
  // A package of CommonJS holds its default in its default.
  const inner = found.default as { default?: unknown } | undefined;
  const Puppet = (typeof inner === 'function' ? inner : inner?.default) as new (options: object) => Puppet;
  if (typeof Puppet !== 'function') throw new PackageMissing(puppet);
  // What it says holds words and tokens.
  log.level('silent');
  return {
    createPuppet: (options) => new Puppet(options),
    createBot: (options) => WechatyBuilder.build(options),
  };
};

/** A gateway's puppet keeps everybody it meets in the user's own folder, under its token; nothing of that is wanted on disk. */
const keepOffDisk = (puppet: Puppet): void => {
  const { _payloadStore: cache } = puppet as { _payloadStore?: { start?: unknown } };
  if (cache?.start !== undefined) cache.start = () => Promise.resolve();
};

/**
 * Cuts the line to a gateway. One that is thrown away must not reach it again: what it still says, a late start or stop, would take the
 * gateway from the one that comes after.
 */
export const cutLine = (puppet: Puppet): void => {
  const { _grpcManager: line } = puppet as { _grpcManager?: { stopStream?: () => void; destroyClient?: () => void } };
  line?.stopStream?.();
  line?.destroyClient?.();
};

/** Makes a new bot, with the login that an earlier one saved in `dir`. Nothing of it is written anywhere else. */
export const createBuild =
  ({
    settings,
    secrets,
    dir,
    wechaty = importWechaty,
  }: {
    settings: WechatSettings;
    secrets: WechatSecrets;
    /** Where logins are kept: in the home, for its owner alone. */
    dir: string;
    wechaty?: (puppet: string) => Promise<Wechaty>;
  }) =>
  async (): Promise<{ bot: Bot; puppet: Puppet }> => {
    const { createPuppet, createBot } = await wechaty(settings.puppet);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await chmod(dir, 0o700);
    const gateway =
      settings.puppet === GATEWAY_PUPPET
        ? { token: secrets.token, ...(secrets.endpoint === null ? {} : { endpoint: secrets.endpoint }) }
        : {};
    const puppet = createPuppet({ timeoutSeconds: NEVER, ...gateway, ...settings.options });
    keepOffDisk(puppet);
    return { puppet, bot: createBot({ puppet, name: join(dir, settings.puppet.replace('/', '+')) }) };
  };
