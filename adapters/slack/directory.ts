import type { webApi } from '@slack/bolt';

/** Somebody as Slack knows them. `outside`: of another workspace, or a guest. */
export interface SlackUser {
  name: string | null;
  outside: boolean;
  bot: boolean;
}

/** How long what Slack said of somebody is believed, ms, and of how many at most. */
const BELIEVED = 3_600_000;
const MOST = 10_000;

interface Told {
  user: SlackUser;
  until: number;
}

/** Slack's own program; `users.info` calls it no bot. */
const SLACKBOT = 'USLACKBOT';

const isUnknown = (error: unknown): boolean => {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  const code = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return code === 'user_not_found' || code === 'user_not_visible' || code === 'users_not_found';
};

/** Who people are. A person of the home workspace is a colleague, a guest or somebody of another workspace is not. */
export const createDirectory = ({
  users,
  home,
  now,
}: {
  users: Pick<webApi.WebClient['users'], 'info'>;
  /** The ids of the home workspace and, on Enterprise Grid, of the organisation. */
  home: () => { team: string; enterprise: string | null };
  now: () => number;
}) => {
  const known = new Map<string, Told>();

  const ask = async (id: string): Promise<SlackUser> => {
    try {
      const { user } = await users.info({ user: id });
      const { team, enterprise } = home();
      const sameCompany = user?.team_id === team || (enterprise !== null && user?.enterprise_user?.enterprise_id === enterprise);
      const guest = user?.is_restricted === true || user?.is_ultra_restricted === true || user?.is_stranger === true;
      const name = user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name || null;
      return { name, outside: !sameCompany || guest, bot: user?.is_bot === true || id === SLACKBOT };
    } catch (error) {
      // Whom Slack does not show to the bot is not of this company.
      if (isUnknown(error)) return { name: null, outside: true, bot: false };
      throw error;
    }
  };

  return {
    /** @throws where Slack cannot be asked: then nobody knows, and the event must come again. */
    of: async (id: string): Promise<SlackUser> => {
      const told = known.get(id);
      if (told && told.until > now()) return told.user;
      const user = await ask(id);
      if (known.size >= MOST) known.clear();
      known.set(id, { user, until: now() + BELIEVED });
      return user;
    },
  };
};

export type Directory = ReturnType<typeof createDirectory>;
