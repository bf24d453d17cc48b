import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOfWecom, wantsWecom } from '../../adapters/wecom/settings.ts';
import { channelText } from '../text/channel.ts';
import type { WebServer } from '../web/web-server.ts';
import type { OpenLive } from './open-live.ts';
import { unforeseen } from './unforeseen.ts';
import type { Call } from './verb.ts';
import { wecomToolbar } from './wecom-toolbar.ts';

/** The API and the pages of a running bot, as the environment wants them; loaded only by what serves them. */
export const openWeb = async (call: Call, live: OpenLive): Promise<WebServer & { open: boolean }> => {
  const { env, root } = call.process;
  const [{ createWebServer }, { readSite }] = await Promise.all([import('../web/web-server.ts'), import('../web/site.ts')]);
  const site = readSite(env['TAGWISE_HOST'], env['TAGWISE_URL']);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const wecom = wecomToolbar(env, Date.now);
  const missing = wantsWecom(env) ? missingOfWecom(env) : [];
  if (missing.length > 0) call.process.stderr.write(`${channelText.missing[call.global.lang]('wecom', missing)}\n`);
  const server = createWebServer({
    ...(wecom === null ? {} : { wecom }),
    pages: join(root, 'dist', 'pages'),
    ...{ app: live.app, site, version, lang: call.global.lang, board: live.pages, channels: live.channels.states },
    ...{ guests: live.channels.pages(), demo: live.demo },
    port: env['TAGWISE_PORT'],
    metricsPort: env['TAGWISE_METRICS_PORT'],
    unforeseen: (error) => unforeseen(call.process, error),
  });
  return { ...server, open: site.open };
};
