type File = 'config' | 'packs' | 'rules' | 'intents' | 'material' | 'library' | 'learnt';

const fileNames = {
  zh: {
    config: '配置',
    packs: '关键词包',
    rules: '规则',
    intents: '意图',
    material: '素材',
    library: '标签库',
    learnt: '学到的例句',
  },
  en: {
    config: 'configuration',
    packs: 'keyword packs',
    rules: 'rules',
    intents: 'intents',
    material: 'material',
    library: 'tag library',
    learnt: 'learnt examples',
  },
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
      asAgent: (name: string) => `You now speak for the shop, as ${name}; commands work too, like /tags or /segment VIP Silent.`,
      nobody: 'Say who you are first: /as Lily (a customer), then /as agent.',
      bye: 'Bye.',
    },
  },
  /** The channel of all who work here. */
  staff: { zh: '全体同事', en: 'Staff' },
  taken: {
    zh: (file: File) => (file === 'learnt' ? '学到的例句变了，新的已生效。' : `${fileNames.zh[file]}已重新读入。`),
    en: (file: File) =>
      file === 'learnt' ? 'What was learnt changed and is in force.' : `The ${fileNames.en[file]} changed and was read again.`,
  },
  otherRules: {
    zh: (own: boolean) =>
      own
        ? '规则由别的进程改过，已采用。'
        : '别的进程用它自己的规则文件或设置启动了，现以它的为准；要换回这里的文件，重新启动，或改动文件。',
    en: (own: boolean) =>
      own
        ? 'Another process changed the rules; they were taken over.'
        : 'Another process brought rules or settings of its own files, and they are in force now; to go back to those here, start again or edit them.',
  },
  /** Files that are not in force, for who only looks or does one thing. */
  notApplied: {
    zh: '规则文件或设置改了，还没有用到客户身上；start 或 replay 会采用。',
    en: 'Rule files or settings differ from those in force and are not applied yet; start or replay applies them.',
  },
  /** Files of another folder than the rules in force came from. */
  othersStay: {
    zh: (config: string) =>
      `这里的规则文件或设置和现用的不同，没有采用；现用的来自 ${config} 那里。要改用这里的，在这里 start 或 replay。`,
    en: (config: string) =>
      `Rule files or settings here differ from those in force, which came with ${config}, and are not applied; start or replay here applies them.`,
  },
  replacesOthers: {
    zh: (config: string) => `从现在起用这里的规则文件和设置；以前用的来自 ${config} 那里。`,
    en: (config: string) => `The rule files and settings here are in force from now on; those before came with ${config}.`,
  },
  lastGood: {
    zh: (why: string) => `改好以前，仍用上次正确的规则：${why}`,
    en: (why: string) => `The last good rules stay in force until these are mended: ${why}`,
  },
  notTaken: {
    zh: (file: File, why: string) => `${fileNames.zh[file]}有问题，仍用原来的：${why}`,
    en: (file: File, why: string) => `The ${fileNames.en[file]} cannot be used; the last good one stays: ${why}`,
  },
};
