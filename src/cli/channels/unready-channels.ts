import type { Config } from '../../config/config.ts';
import { channelText } from '../../text/channel.ts';
import type { Call } from '../verb.ts';
import { knownChannels } from './channel-list.ts';

/** Channels that somebody wants and that cannot be opened, each with the variables that are missing. */
export const missingIn = ({ process: { env } }: Pick<Call, 'process'>, { channels }: Pick<Config, 'channels'>) =>
  knownChannels.flatMap(({ name, wanted, missing }) => {
    const setting = channels[name];
    const variables = wanted(setting, env) ? missing(setting, env) : [];
    return variables.length === 0 ? [] : [{ name, variables }];
  });

/** The same as sentences for the operator. */
export const unreadyChannels = (call: Call, config: Pick<Config, 'channels'>): string[] =>
  missingIn(call, config).map(({ name, variables }) => channelText.missing[call.global.lang](name, variables));
