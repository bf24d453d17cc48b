import type { Sentence } from '../sentence.ts';

/** What is said in a chat: questions of the bot, long answers, conversations. */
export const chatErrors = {
  nothing_to_confirm: {
    zh: () => '没有等着确认的事。',
    en: () => 'Nothing waits for a yes.',
    hint: {
      zh: () => '先发命令；看到“回复 确认”后，马上回复才算数。',
      en: () => 'Give the command first; only the very next line can answer it.',
    },
  },
  no_more_pages: {
    zh: () => '没有更多了。',
    en: () => 'There is no more of it.',
    hint: { zh: () => '要看的那句命令再发一次。', en: () => 'Give the command again whose answer you want.' },
  },
  files_in_chat: {
    zh: () => '文件在机器人那台机器上，聊天里不能读写。',
    en: () => "Files are those of the bot's own machine; a chat neither reads nor writes them.",
    hint: {
      zh: () => '请管机器人的同事在命令行里做；看标签的意思用 help 标签。',
      en: () => 'Ask whoever runs the bot to do it on the command line; help TAG says what a tag means.',
    },
  },
  here_usage: {
    zh: () => 'here 后面最多写一个 off。',
    en: () => 'After here comes nothing, or off.',
    hint: {
      zh: () => '在客户群里说：customer here；取消：customer here off。',
      en: () => 'Say it where customers talk: customer here; to take it back: customer here off.',
    },
  },
  not_in_a_chat: {
    zh: () => '这句话要在 Slack 或微信的群里说。',
    en: () => 'This has to be said in a conversation of Slack or WeChat.',
    hint: {
      zh: () => '到有客户的群里发：/customer here。',
      en: () => 'Go to the conversation where customers talk and send: /customer here',
    },
  },
} satisfies Record<string, Sentence>;
