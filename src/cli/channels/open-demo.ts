import type { App } from '../../app.ts';
import type { Config } from '../../config/config.ts';
import type { Site } from '../../web/site.ts';
import { knownChannels } from './channel-list.ts';

/** Whether somebody wants a channel, ready or not: then the bot is for work, and there is no demo. */
export const wantsChannel = ({ channels }: Pick<Config, 'channels'>, env: NodeJS.ProcessEnv): boolean =>
  knownChannels.some(({ name, wanted }) => wanted(channels[name], env));

/** Whether this place to serve is for whoever sits at this machine, and no name or proxy leads others to it. */
export const isAlone = ({ open, url }: Site): boolean => !open && url === null;

/**
 * Whether the local demo is open, asked anew each time: no channel was wanted at the start, nobody is named, and only this machine is
 * served. In it the operator speaks as customers of the sample, so that everything else closes it.
 */
export const createDemo = ({ app, env, site }: { app: Pick<App, 'inForce'>; env: NodeJS.ProcessEnv; site: Site | null }) => {
  const planned = site !== null && isAlone(site) && !wantsChannel(app.inForce.config(), env);
  return (): boolean => planned && app.inForce.people().all.length === 0 && !wantsChannel(app.inForce.config(), env);
};
