import { printable } from '../printable.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { timeWords } from './words.ts';

/** Events that were set aside; `retried`: how many were just run again, null when none was asked to be. */
export interface Quarantine {
  count: number;
  retried: number | null;
  events: {
    at: string;
    channel: string;
    conversation: string;
    message: string;
    identity: string | null;
    kind: string;
    reason: string;
  }[];
}

const WORDS = {
  zh: {
    none: '没有被隔离的事件。',
    retried: (done: number, left: number) => `重新处理：${done} 条成功，${left} 条仍然失败。`,
    count: (count: number) => `${count} 条事件处理失败，已隔离；同一客户的其他事件不受影响。修好后：quarantine --retry`,
  },
  en: {
    none: 'No event is set aside.',
    retried: (done: number, left: number) => `Run again: ${done} went through, ${left} failed as before.`,
    count: (count: number) =>
      `${count} events failed and are set aside; the other events of their customers went on. Once it is mended: quarantine --retry`,
  },
};

/** What failed, when and on which channel; never the words of it. */
export const renderQuarantine = ({ count, retried, events }: Quarantine, view: View): string[] => {
  const words = WORDS[view.lang];
  const outcome = retried === null ? [] : [words.retried(Math.max(0, retried - count), count)];
  if (count === 0) return retried ? outcome : [words.none];
  const rows = events.map((event) =>
    [timeWords(event.at, view), event.channel, event.kind, event.message, event.reason].map((text) => ({
      text: printable(text),
    })),
  );
  return [...outcome, words.count(count), ...table(rows, { indent: '  ', most: [16, 12, 12, 32] })];
};
