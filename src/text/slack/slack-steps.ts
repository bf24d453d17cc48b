import type { Both } from '../lang.ts';

/** How Slack is connected, step by step, for whoever asks what is missing (`doctor`). */
export const slackSteps: Record<keyof Both, readonly string[]> = {
  zh: [
    '到 api.slack.com/apps 新建应用，选 From a manifest，贴入 adapters/slack/manifest.yaml。',
    '安装到工作区，把 Bot User OAuth Token（xoxb-…）放进环境变量 SLACK_BOT_TOKEN。',
    '在 Basic Information 里建一个 App-Level Token（xapp-…，connections:write），放进 SLACK_APP_TOKEN。',
    '在 tagwise.yaml 的 people 里写上同事的 ids: { slack: U… }，再 npm start。详见 docs/slack.md。',
  ],
  en: [
    'Create an app at api.slack.com/apps, From a manifest, with adapters/slack/manifest.yaml.',
    'Install it into the workspace; put the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN of the environment.',
    'In Basic Information make an App-Level Token (xapp-…, connections:write) and put it into SLACK_APP_TOKEN.',
    'Give people their ids: { slack: U… } under people in tagwise.yaml, then npm start. More in docs/slack.md.',
  ],
};
