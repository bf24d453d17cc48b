import type { DeliveryAnswer, DeliveryState, WebhooksAnswer } from '../../domain/webhook.ts';
import { printable } from '../printable.ts';
import { webhookStates } from '../webhook-words.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { timeWords } from './words.ts';

const WORDS = {
  zh: {
    none: '没有配置 webhook。写法见 docs/webhooks.md。',
    waiting: (count: number) => `待发 ${count}`,
    failed: (count: number) => `未送达 ${count}`,
    muted: (count: number) => `历史数据，不发 ${count}`,
    attempts: (count: number) => `${count} 次`,
    next: (at: string) => `下次 ${at}`,
    log: '最近的消息，新的在前：',
    empty: '还没有发过消息。',
    gone: (name: string) => `${name} 已停用：webhooks test ${name} 成功后恢复，换地址也会恢复。`,
    again: (name: string) => `再发未送达的：webhooks retry ${name}`,
  },
  en: {
    none: 'No webhook is configured. docs/webhooks.md says how to write one.',
    waiting: (count: number) => `${count} waiting`,
    failed: (count: number) => `${count} not delivered`,
    muted: (count: number) => `${count} of replayed history, never sent`,
    attempts: (count: number) => `${count} ${count === 1 ? 'attempt' : 'attempts'}`,
    next: (at: string) => `next ${at}`,
    log: 'The last messages, newest first:',
    empty: 'Nothing has been sent yet.',
    gone: (name: string) => `${name} is gone: it is back once webhooks test ${name} gets through, or with another address.`,
    again: (name: string) => `To send what was not delivered: webhooks retry ${name}`,
  },
};

const STATES: Record<View['lang'], Record<DeliveryState, string>> = {
  zh: { waiting: '待发', sent: '已送达', failed: '未送达', dropped: '未发出', muted: '不发' },
  en: { waiting: 'waiting', sent: 'sent', failed: 'failed', dropped: 'dropped', muted: 'muted' },
};

const deliveryRow = ({ id, webhook, type, at, state, attempts, answer, nextAt }: DeliveryAnswer, view: View) => {
  const words = WORDS[view.lang];
  const tried = attempts === 0 ? '' : `${words.attempts(attempts)}${answer === null ? '' : ` (${printable(String(answer))})`}`;
  const next = nextAt === null || attempts === 0 ? '' : words.next(timeWords(nextAt, view));
  return [timeWords(at, view), webhook, type, STATES[view.lang][state], tried, next, id].map((text) => ({
    text: printable(text),
  }));
};

/** The webhooks and how they stand, then what was last sent to them. */
export const renderWebhooks = ({ webhooks, deliveries }: WebhooksAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  if (webhooks.length === 0) return [words.none];
  const rows = webhooks.map(({ name, state, waiting, failed, muted }) => [
    { text: name, paint: bold },
    { text: webhookStates[view.lang][state] },
    { text: words.waiting(waiting) },
    { text: failed === 0 ? '' : words.failed(failed) },
    { text: muted === 0 ? '' : words.muted(muted) },
  ]);
  const log =
    deliveries.length === 0
      ? [words.empty]
      : [
          words.log,
          ...table(
            deliveries.map((one) => deliveryRow(one, view)),
            { indent: '  ' },
          ),
        ];
  return [
    ...table(rows),
    ...webhooks.flatMap(({ name, state }) => (state === 'gone' ? [words.gone(name)] : [])),
    '',
    ...log,
    ...webhooks.flatMap(({ name, state, failed }) => (failed > 0 && state !== 'gone' ? [words.again(name)] : [])),
  ];
};
