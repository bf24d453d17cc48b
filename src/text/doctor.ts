import type { Problem } from '../errors.ts';
import { channelName } from './channel.ts';

/** One thing that the doctor looked at. */
export interface Check {
  name: string;
  ok: boolean;
  detail: string;
  problems: Problem[];
  /** It is not in use: the steps by which it would be. */
  off?: string[];
}

const names: Record<'zh' | 'en', Record<string, string>> = {
  zh: {
    node: 'Node',
    home: '数据目录',
    config: '配置',
    packs: '关键词包',
    intents: '意图',
    rules: '规则',
    webhooks: 'Webhook',
    database: '数据库',
  },
  en: {
    node: 'Node',
    home: 'Home',
    config: 'Configuration',
    packs: 'Keyword packs',
    intents: 'Intents',
    rules: 'Rules',
    webhooks: 'Webhooks',
    database: 'Database',
  },
};

/** What the doctor found, in words. */
export const doctorText = {
  node: {
    zh: (version: string) => `安装 Node ${version} 或更新的版本。`,
    en: (version: string) => `Install Node ${version} or newer.`,
  },
  intents: {
    zh: (intents: number, examples: number, learnt: boolean) =>
      `${intents} 个意图，${examples} 条例句${learnt ? '' : '，下次启动时要先学习几十秒'}`,
    en: (intents: number, examples: number, learnt: boolean) =>
      `${intents} intents, ${examples} examples${learnt ? '' : ', to be learnt at the next start in some tens of seconds'}`,
  },
  packs: {
    zh: (packs: number, topics: number) => `${packs} 个包，${topics} 个主题`,
    en: (packs: number, topics: number) => `${packs} packs, ${topics} topics`,
  },
  rules: {
    zh: (count: number, waiting: boolean) => `${count} 条${waiting ? '；文件或设置与在用的不同，start 或 replay 会采用' : ''}`,
    en: (count: number, waiting: boolean) =>
      `${count}${waiting ? '; files or settings differ from those in force, start or replay applies them' : ''}`,
  },
  config: {
    zh: (file: string, people: number) => `${file}：${people} 位同事`,
    en: (file: string, people: number) => `${file}: ${people} people`,
  },
  noConfig: {
    zh: (file: string) => `没有 ${file}，全部用默认值`,
    en: (file: string) => `${file}: not there, defaults`,
  },
  webhooks: {
    zh: (names: readonly string[]) => (names.length === 0 ? '没有配置' : `${names.join('、')}：地址和密钥都在`),
    en: (names: readonly string[]) =>
      names.length === 0 ? 'none configured' : `${names.join(', ')}: address and secret are there`,
  },
  fetch: {
    zh: (from: readonly string[]) => `第一次用到时下载（${from.join('、')}）`,
    en: (from: readonly string[]) => `to be fetched at the first use (${from.join(', ')})`,
  },
};

/** The doctor's findings for people: one line a check, and under a bad one what to do. */
export const renderChecks = (checks: readonly Check[], lang: 'zh' | 'en'): string => {
  const lines = checks.flatMap(({ name, ok, detail, problems, off }) => [
    `${off ? '–' : ok ? '✓' : '✗'} ${names[lang][name] ?? channelName(name, lang)}${detail === '' ? '' : `  ${detail}`}`,
    ...(off ?? []).map((step) => `    ${step}`),
    ...problems.map(
      ({ file, line, field, message }) =>
        `    ${[file, line, field].filter((part) => part !== null && part !== '').join(':')}  ${message}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
};
