import type { webApi } from '@slack/bolt';
import type { Sent } from '../../src/adapter.ts';

/** What Slack says about a call that failed: after how many ms to try again, or null where it makes no sense to. */
export const afterFailure = (error: unknown): { retryAfter: number | null; code: string } => {
  const fields = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const code = typeof fields['code'] === 'string' ? fields['code'] : 'unknown';
  if (code === 'slack_webapi_rate_limited_error') return { retryAfter: Number(fields['retryAfter'] ?? 1) * 1000, code };
  if (code !== 'slack_webapi_platform_error') return { retryAfter: 60_000, code };
  const data = fields['data'] as { error?: string } | undefined;
  const said = data?.error ?? code;
  return { retryAfter: said === 'ratelimited' || said === 'internal_error' ? 60_000 : null, code: said };
};

/** Sends one call of the Web API, whose outcome is a value. */
export const trySend = async (work: () => Promise<unknown>, failed: (code: string) => void): Promise<Sent> => {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    const { retryAfter, code } = afterFailure(error);
    failed(code);
    return { ok: false, retryAfter };
  }
};

/** Opens direct messages, each once. */
export const createDirectMessages = (client: webApi.WebClient) => {
  const open = new Map<string, string>();
  return async (user: string): Promise<string> => {
    const held = open.get(user);
    if (held !== undefined) return held;
    const { channel } = await client.conversations.open({ users: user });
    const id = channel?.id ?? user;
    open.set(user, id);
    return id;
  };
};
