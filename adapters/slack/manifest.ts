/** A command of the bot, as far as Slack has to know it. */
export interface ManifestCommand {
  name: string;
  summary: string;
  usage: string;
}

/** Slack's limits (docs: app manifest reference): characters of a description and of a usage hint. */
const MOST_SUMMARY = 2000;
const MOST_HINT = 1000;

/** What the bot may do, and why: each scope is asked for by a call or an event of this adapter. */
const SCOPES = [
  'channels:history',
  'channels:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'mpim:history',
  'mpim:read',
  'chat:write',
  'commands',
  'im:write',
  'users:read',
] as const;

const EVENTS = ['app_home_opened', 'message.channels', 'message.groups', 'message.im', 'message.mpim'] as const;

/** The hint is what stands behind the command's own name. */
const hintOf = ({ name, usage }: ManifestCommand): string => {
  const first = usage.split(' · ')[0] ?? '';
  return first.startsWith(name) ? first.slice(name.length).trim() : first;
};

/**
 * The manifest by which somebody creates the app in Slack (docs: app manifest reference), from the list of commands. `url`: where Slack
 * sends requests; without one the app connects by Socket Mode.
 */
export const slackManifest = (commands: readonly ManifestCommand[], url: string | null = null) => {
  const at = url === null ? {} : { url };
  return {
    display_information: {
      name: 'Tagwise',
      description: 'Tags customers while the talk goes on, with a reason and an undo for every tag. 知签：边聊边打标签',
      background_color: '#1f6feb',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Tagwise', always_online: true },
      shortcuts: [
        {
          name: '客户标签',
          type: 'message',
          callback_id: 'customer_tags',
          description: '写这条消息的客户有哪些标签 / The tags of whoever wrote this message',
        },
      ],
      slash_commands: commands.map((command) => {
        const hint = hintOf(command).slice(0, MOST_HINT);
        return {
          command: `/${command.name}`,
          description: command.summary.slice(0, MOST_SUMMARY),
          ...(hint === '' ? {} : { usage_hint: hint }),
          should_escape: true,
          ...at,
        };
      }),
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { ...(url === null ? {} : { request_url: url }), bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...(url === null ? {} : { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
};
