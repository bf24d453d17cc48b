import type { Both, Lang } from './lang.ts';
import { displayWidth } from './terminal/display-width.ts';

/** What `replay` says beside its answer. */
export const replayText = {
  more: {
    zh: (count: number) => `……还有 ${count} 行读不了`,
    en: (count: number) => `… and ${count} more`,
  },
};

const NAMES: Record<string, Both> = {
  lines: { zh: '行', en: 'lines' },
  messages: { zh: '消息', en: 'messages' },
  events: { zh: '事件', en: 'events' },
  duplicates: { zh: '重复', en: 'duplicates' },
  unreadable: { zh: '读不了', en: 'unreadable' },
  applied: { zh: '打上', en: 'applied' },
  removed: { zh: '去掉', en: 'removed' },
  suggested: { zh: '建议', en: 'suggested' },
  seconds: { zh: '用时/秒', en: 'seconds' },
  perSecond: { zh: '每秒', en: 'a second' },
};

const WIDTH = 12;

/** What a replay did, for people: a line a count, tags with their numbers; what there was none of is left out. */
export const replaySummary = (summary: Record<string, unknown>, lang: Lang, label: (tag: string) => string): string =>
  Object.entries(summary)
    .map(([name, value]) => {
      const tags = typeof value === 'object' && value !== null ? Object.entries(value) : null;
      const shown = tags ? tags.map(([tag, count]) => `${label(tag)} ${count}`).join(lang === 'zh' ? '、' : ', ') : String(value);
      const words = NAMES[name]?.[lang] ?? name;
      return shown === '' ? '' : `${words}${' '.repeat(Math.max(1, WIDTH - displayWidth(words)))}${shown}\n`;
    })
    .join('');
