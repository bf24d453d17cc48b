import type { WebhookState } from '../domain/webhook.ts';
import type { Lang } from './lang.ts';

type Fault = Exclude<WebhookState, 'ready' | 'gone'>;

/** What is wrong with a webhook's address or secret, and what to do; the environment calls them so. */
export const webhookFault: Record<Lang, Record<Fault, (names: { url: string; secret: string }) => string>> = {
  zh: {
    no_url: ({ url }) => `没有地址：把环境变量 ${url} 设成 https://…。`,
    bad_url: ({ url }) => `${url} 里的不是网址：写 https://…。`,
    plain_http: ({ url }) => `地址没有加密：${url} 要写 https://…；内网的可以在配置里给它加 private: true。`,
    no_secret: ({ secret }) => `没有密钥，什么都不发：把环境变量 ${secret} 设成 whsec_…。`,
    bad_secret: ({ secret }) => `${secret} 里的不是密钥：写 whsec_ 加上 24 到 64 字节的 base64。`,
  },
  en: {
    no_url: ({ url }) => `There is no address: set ${url} to https://… in the environment.`,
    bad_url: ({ url }) => `What stands in ${url} is no address: write https://….`,
    plain_http: ({ url }) =>
      `The address is not encrypted: write https://… into ${url}, or, in a private network, private: true for it in the configuration.`,
    no_secret: ({ secret }) => `There is no secret, so nothing is sent: set ${secret} to whsec_… in the environment.`,
    bad_secret: ({ secret }) => `What stands in ${secret} is no secret: write whsec_ and the base64 of 24 to 64 bytes.`,
  },
};

/** How a webhook stands, in a word or two. */
export const webhookStates: Record<Lang, Record<WebhookState, string>> = {
  zh: {
    ready: '就绪',
    gone: '对方已停用（410）',
    no_url: '没有地址',
    bad_url: '地址不对',
    plain_http: '地址不加密',
    no_secret: '没有密钥',
    bad_secret: '密钥不对',
  },
  en: {
    ready: 'ready',
    gone: 'gone (410)',
    no_url: 'no address',
    bad_url: 'bad address',
    plain_http: 'address not encrypted',
    no_secret: 'no secret',
    bad_secret: 'bad secret',
  },
};

/** Before the webhooks that cannot send, as the bot starts. */
export const webhookWarning: Record<Lang, (name: string, fault: string) => string> = {
  zh: (name, fault) => `webhook ${name}：${fault}`,
  en: (name, fault) => `Webhook ${name}: ${fault}`,
};
