import { type Config, parseConfig } from '../../config/config.ts';
import type { Problem } from '../../errors.ts';
import { channelText } from '../../text/channel.ts';
import type { Check } from '../../text/doctor.ts';
import { configOf } from '../config-of.ts';
import type { Call } from '../verb.ts';
import { type KnownChannel, knownChannels } from './channel-list.ts';

const problem = (field: string, message: string): Problem => ({ file: 'environment', line: null, field, message });

const check = async (call: Call, { channels }: Pick<Config, 'channels'>, known: KnownChannel): Promise<Check> => {
  const { lang } = call.global;
  const { env } = call.process;
  const { name, wanted, missing, probe } = known;
  const setting = channels[name];
  if (!wanted(setting, env))
    return { name, ok: true, detail: channelText.off[lang], problems: [], off: channelText.steps(name, lang) };
  const variables = missing(setting, env);
  if (variables.length > 0) {
    const problems = variables.map((variable) => problem(variable, channelText.missing[lang](name, [variable])));
    return {
      name,
      ok: false,
      detail: '',
      problems: [...problems, ...channelText.steps(name, lang).map((step) => problem('', step))],
    };
  }
  const found = await probe(setting, env);
  if ('detail' in found) return { name, ok: true, detail: found.detail, problems: [] };
  return { name, ok: false, detail: '', problems: [problem('', channelText.refused[lang](name, found.error))] };
};

/** Looks at every channel: whether it is wanted, whether its secrets are set, whether the platform takes them. */
export const checkChannels = async (call: Call): Promise<Check[]> => {
  // A broken configuration is told of once, where it is looked at.
  const config = await configOf(call).catch(() => parseConfig('', ''));
  return Promise.all(knownChannels.map((known) => check(call, config, known)));
};
