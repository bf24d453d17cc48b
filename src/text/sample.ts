/** What the `sample` verb says. */
export const sampleText = {
  loaded: {
    zh: ({ customers, messages }: { customers: number; messages: number }) =>
      `示例已装入：${customers} 位客户，${messages} 条消息。试试 segment VIP 静默。`,
    en: ({ customers, messages }: { customers: number; messages: number }) =>
      `The sample is loaded: ${customers} customers, ${messages} messages. Try: segment VIP Silent`,
  },
  cleared: {
    zh: (customers: number) => `示例已清除：${customers} 位客户。`,
    en: (customers: number) => `The sample is gone: ${customers} customers removed.`,
  },
};
