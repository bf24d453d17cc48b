import type { Lang } from './lang.ts';

/** What the description of the API says beside the forms. */
export const apiWords: Record<
  Lang,
  {
    title: string;
    about: string;
    needs: (scope: string) => string;
    key: string;
    ok: string;
    error: string;
    token: string;
    session: string;
    document: string;
    parameters: string;
    body: string;
    answer: string;
    required: string;
  }
> = {
  zh: {
    title: '知签 Tagwise 接口',
    about:
      '和命令行同样的命令、同样的答案。时间都是 UTC 的 ISO 8601。字段会增加，不会改名。错误是 {"error":{"code","message","hint"}}，code 不变。',
    needs: (scope) => `令牌要有 ${scope} 权限。`,
    key: '24 小时内带同一个值再发，得到第一次的答案，不会再做一遍。',
    ok: '答案',
    error: '错误，code 不变，message 和 hint 用请求的语言',
    token: 'tagwise token new 名字 --scope …',
    session: '人用 tagwise link 给的地址登录；写操作必须从知签自己的网页发出',
    document: 'OpenAPI 文档',
    parameters: '参数',
    body: '内容',
    answer: '答案',
    required: '必填',
  },
  en: {
    title: 'The API of Tagwise 知签',
    about:
      'The same commands and answers as on the command line. Instants are ISO 8601 in UTC. Fields may be added, never renamed. An error is {"error":{"code","message","hint"}}; its code is stable.',
    needs: (scope) => `A token needs the scope ${scope}.`,
    key: 'Sent again with the same value within 24 hours, the first answer comes back and nothing is done twice.',
    ok: 'The answer',
    error: 'An error: the code is stable, message and hint are in the language of the request',
    token: 'tagwise token new NAME --scope …',
    session: "People sign in at an address that tagwise link gives; writes must come from Tagwise's own pages",
    document: 'The OpenAPI document',
    parameters: 'Parameters',
    body: 'Body',
    answer: 'Answer',
    required: 'required',
  },
};
