import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** The sidebar in WeCom's toolbar, and signing in by WeCom. */
export const wecomErrors = {
  wecom_no_address: {
    zh: () => '不知道这个机器人对外的网址，企业微信登录回不来。',
    en: () => 'The address of this bot is not known, so signing in by WeCom could not come back.',
    hint: {
      zh: () => '把 TAGWISE_URL 设为应用的可信域名，例如 https://tagwise.example.com。',
      en: () => "Set TAGWISE_URL to the app's trusted domain, like https://tagwise.example.com",
    },
  },
  wecom_not_begun: {
    zh: () => '这次登录不是从这里开始的，或者已经过期。',
    en: () => 'This sign-in was not begun here, or it is over.',
    hint: { zh: () => '回到聊天，重新打开侧边栏。', en: () => 'Go back to the chat and open the sidebar again.' },
  },
  wecom_nobody: {
    zh: (p: Params) => `人员文件里没有企业微信成员“${p['name']}”。`,
    en: (p: Params) => `The people file names no WeCom member "${p['name']}".`,
    hint: {
      zh: () => '请管机器人的同事在 people 里给你写上 ids: { wecom: 你的账号 }。',
      en: () => 'Ask whoever runs the bot to give you ids: { wecom: YOUR-ACCOUNT } under people.',
    },
  },
  wecom_other_page: {
    zh: () => '只给侧边栏自己的地址签名。',
    en: () => "Only the sidebar's own address is signed.",
    hint: {
      zh: () => '把应用的侧边栏地址设为 TAGWISE_URL 加 /sidebar。',
      en: () => 'Set the toolbar address of the app to TAGWISE_URL and /sidebar.',
    },
  },
  wecom_not_yours: {
    zh: () => '你不是这位客户的跟进人。',
    en: () => 'You do not follow this customer.',
    hint: { zh: () => '请跟进人来看，或按名字查找。', en: () => 'Ask whoever does, or find them by name.' },
  },
  wecom_unknown_customer: {
    zh: (p: Params) => `知签还不认识“${p['name']}”。`,
    en: (p: Params) => `Tagwise does not know "${p['name']}" yet.`,
    hint: {
      zh: () => '来过一条消息，或导入时带上企业微信的编号，就认识了；也可以按名字查找。',
      en: () => 'It does after their first message, or once an import gives their WeCom id; or find them by name.',
    },
  },
  wecom_away: {
    zh: (p: Params) => (p['code'] === 0 ? '企业微信没有回答。' : `企业微信拒绝了（errcode ${p['code']}）。`),
    en: (p: Params) => (p['code'] === 0 ? 'WeCom does not answer.' : `WeCom refuses (errcode ${p['code']}).`),
    hint: {
      zh: () => '过一会儿再试；总是这样就运行 npx tagwise doctor 看应用的设置。',
      en: () => "Try again in a while; if it stays so, look at the app's settings with npx tagwise doctor.",
    },
  },
} satisfies Record<string, Sentence>;
