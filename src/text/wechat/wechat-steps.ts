import type { Both } from '../lang.ts';

/** How WeChat is connected, step by step, for whoever asks what is missing (`doctor`). */
export const wechatSteps: Record<keyof Both, readonly string[]> = {
  zh: [
    '想好用哪一个 puppet（真正连微信的包）：网关 wechaty-puppet-service 最稳；wechaty-puppet-wechat4u 免费，但账号有被封的风险',
    '用网关：把令牌写进环境变量 WECHATY_PUPPET_SERVICE_TOKEN，自己的网关再写 WECHATY_PUPPET_SERVICE_ENDPOINT=主机:端口',
    '在 tagwise.yaml 里写 channels: { wechat: { puppet: wechaty-puppet-service } }，再在 people 里给每位同事写 ids: { wechat: … }',
    '运行 tagwise start，用机器人的微信扫出现的二维码；细节见 docs/wechat.md',
  ],
  en: [
    'choose a puppet, the package that speaks to WeChat: a gateway, wechaty-puppet-service, is the steadiest; wechaty-puppet-wechat4u is free, but accounts may be locked for it',
    'for a gateway set WECHATY_PUPPET_SERVICE_TOKEN in the environment, for one of your own WECHATY_PUPPET_SERVICE_ENDPOINT=host:port too',
    'write channels: { wechat: { puppet: wechaty-puppet-service } } in tagwise.yaml, and ids: { wechat: … } for every colleague under people',
    'run tagwise start and scan the code that appears with the WeChat of the bot; docs/wechat.md has the details',
  ],
};
