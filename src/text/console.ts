type File = 'config' | 'packs' | 'rules' | 'library';

const fileNames = {
  zh: { config: '配置', packs: '关键词包', rules: '规则', library: '标签库' },
  en: { config: 'configuration', packs: 'keyword packs', rules: 'rules', library: 'tag library' },
};

/** What the console and a running bot say beside the answers to commands. */
export const consoleText = {
  words: {
    zh: {
      asCustomer: (name: string) => `现在以客户 ${name} 的身份说话。`,
      asAgent: (name: string) => `现在以客服 ${name} 的身份说话；也可以直接输入命令，如 标签、分群 VIP 静默。`,
      nobody: '先说您是谁：/as 小美（客户）；再 /as agent（客服）。',
      bye: '再见。',
    },
    en: {
      asCustomer: (name: string) => `You now speak as the customer ${name}.`,
      asAgent: (name: string) => `You now speak for the shop, as ${name}; commands work too, like /tags or /segment VIP 静默.`,
      nobody: 'Say who you are first: /as Lily (a customer), then /as agent.',
      bye: 'Bye.',
    },
  },
  /** The channel of all who work here. */
  staff: { zh: '全体同事', en: 'Staff' },
  taken: {
    zh: (file: File) => `${fileNames.zh[file]}已重新读入。`,
    en: (file: File) => `The ${fileNames.en[file]} changed and was read again.`,
  },
  notTaken: {
    zh: (file: File, why: string) => `${fileNames.zh[file]}有问题，仍用原来的：${why}`,
    en: (file: File, why: string) => `The ${fileNames.en[file]} cannot be used; the last good one stays: ${why}`,
  },
};
