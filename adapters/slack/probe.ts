import { modeOf, type SlackSecrets, type SlackSettings } from './settings.ts';

/** How long Slack has to answer, ms. */
const WITHIN = 5_000;

/** Whether Slack takes the token: the workspace's name, or Slack's word for what is wrong; `unreachable` where it does not answer. */
export const probeSlack = async ({ token, api }: SlackSecrets): Promise<{ workspace: string } | { error: string }> => {
  try {
    const response = await fetch(`${api ?? 'https://slack.com/api/'}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(WITHIN),
    });
    const { ok, team, error } = (await response.json()) as { ok?: boolean; team?: string; error?: string };
    return ok === true ? { workspace: team ?? '' } : { error: error ?? `HTTP ${response.status}` };
  } catch {
    return { error: 'unreachable' };
  }
};

/** How Slack reaches the bot, for people. */
export const entranceOf = (settings: SlackSettings, env: NodeJS.ProcessEnv): string =>
  modeOf(settings, env) === 'socket' ? 'Socket Mode' : `HTTP ${settings.host}:${settings.port}/slack/events`;
