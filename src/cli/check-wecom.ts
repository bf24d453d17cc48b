import { missingOfWecom, readWecomSecrets, WECOM_VARIABLES, wantsWecom } from '../../adapters/wecom/settings.ts';
import { TagwiseError, UserError } from '../errors.ts';
import { channelText } from '../text/channel.ts';
import type { Check } from '../text/doctor.ts';
import { renderError } from '../text/terminal/render-error.ts';
import type { Call } from './verb.ts';
import { wecomToolbar } from './wecom-toolbar.ts';

const NAME = 'wecom';

/** Whether the sidebar can stand in WeCom's toolbar: its variables are set, WeCom takes them, and it can come back to an address. */
export const checkWecom = async ({ process: { env }, global: { lang } }: Call): Promise<Check> => {
  const steps = channelText.steps(NAME, lang);
  if (!wantsWecom(env)) return { name: NAME, ok: true, detail: channelText.off[lang], problems: [], off: steps };
  const bad = (problems: [field: string, message: string][]): Check => ({
    ...{ name: NAME, ok: false, detail: '' },
    problems: problems.map(([field, message]) => ({ file: 'environment', line: null, field, message })),
  });
  const said = (error: TagwiseError): string => {
    const { message, hint } = renderError(error, lang);
    return `${message} ${hint}`;
  };

  const secrets = readWecomSecrets(env);
  if (secrets === null)
    return bad([
      ...missingOfWecom(env).map((variable): [string, string] => [variable, channelText.missing[lang](NAME, [variable])]),
      ...steps.map((step): [string, string] => ['', step]),
    ]);
  if (!env['TAGWISE_URL']) return bad([['TAGWISE_URL', said(new UserError('wecom_no_address'))]]);
  try {
    await wecomToolbar(env, Date.now)?.ticket();
    return { name: NAME, ok: true, detail: `${secrets.corpId} · ${secrets.agentId}`, problems: [] };
  } catch (error) {
    if (!(error instanceof TagwiseError)) throw error;
    return bad([[WECOM_VARIABLES.secret, said(error)]]);
  }
};
