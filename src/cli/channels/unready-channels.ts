import type { Config } from '../../config/config.ts';
import { channelText } from '../../text/channel.ts';
import type { Call } from '../verb.ts';
import { knownChannels } from './channel-list.ts';

/** Channels that somebody wants and that cannot be opened for want of variables, as sentences for the operator. */
export const unreadyChannels = ({ process: { env }, global }: Call, { channels }: Pick<Config, 'channels'>): string[] =>
  knownChannels.flatMap(({ name, wanted, missing }) => {
    const setting = channels[name];
    const variables = wanted(setting, env) ? missing(setting, env) : [];
    return variables.length === 0 ? [] : [channelText.missing[global.lang](name, variables)];
  });
