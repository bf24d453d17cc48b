/** What a talk says of itself, on every page that shows one. */
const zh = {
  write: '写消息',
  send: '发送',
  sending: '发送中…',
  waits: '还没送到，会自动再发',
  refused: (reason: string) => `没有发出：${reason}`,
  forget: '删除',
  back: '撤回',
  backName: (text: string) => `撤回：${text}`,
  taken: '撤回了一条消息',
  talk: '聊天记录',
  sent: '已发送',
  tooLong: (most: number) => `最多 ${most} 个字`,
};

export type ChatWords = typeof zh;

const en: ChatWords = {
  write: 'Write a message',
  send: 'Send',
  sending: 'Sending…',
  waits: 'Not delivered yet; it is sent again by itself',
  refused: (reason) => `Not sent: ${reason}`,
  forget: 'Delete',
  back: 'Take back',
  backName: (text) => `Take back: ${text}`,
  taken: 'A message was taken back',
  talk: 'Messages',
  sent: 'Sent',
  tooLong: (most) => `At most ${most} characters`,
};

export const CHAT_WORDS: Record<'zh' | 'en', ChatWords> = { zh, en };
