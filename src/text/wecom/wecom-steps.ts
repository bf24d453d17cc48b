import type { Both } from '../lang.ts';

/** How the sidebar gets into WeCom's toolbar, step by step, for whoever asks what is missing (`doctor`). */
export const wecomSteps: Record<keyof Both, readonly string[]> = {
  zh: [
    '在企业微信管理后台建一个自建应用，可见范围里有用侧边栏的同事，并在“客户联系”里允许它调用接口。',
    '可信域名、网页授权回调域都填 TAGWISE_URL 的域名；聊天工具栏里加页面：TAGWISE_URL 加 /sidebar。',
    '企业 ID、AgentId、Secret 放进环境变量 WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_SECRET。',
    '在 tagwise.yaml 的 people 里写上同事的 ids: { wecom: 账号 }，再 npm start。详见 docs/wecom.md。',
  ],
  en: [
    'In the admin console of WeCom make an app of your own that those who use the sidebar can see, and let it call the interfaces of customer contact.',
    'Its trusted domain and its domain for web authorisation are that of TAGWISE_URL; its page in the chat toolbar is TAGWISE_URL and /sidebar.',
    'The corp id, AgentId and Secret go into WECOM_CORP_ID, WECOM_AGENT_ID and WECOM_SECRET of the environment.',
    'Give people their ids: { wecom: account } under people in tagwise.yaml, then npm start. More in docs/wecom.md.',
  ],
};
