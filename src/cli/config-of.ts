import { resolve } from 'node:path';
import { type Config, loadConfig } from '../config/config.ts';
import { channelChecks } from './channels/channel-list.ts';
import type { Call, Process } from './verb.ts';

/** The configuration that a call names, else `tagwise.yaml` where there is one. */
export const configOf = ({ process, global }: Call): Promise<Config> =>
  loadConfig({
    file: resolve(process.cwd, global.config ?? 'tagwise.yaml'),
    required: global.config !== undefined,
    channels: channelChecks,
  });

export const homeDir = ({ cwd, env }: Process): string => resolve(cwd, env['TAGWISE_HOME'] || '.tagwise');
