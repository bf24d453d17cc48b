import type { CauseKind } from '../../domain/cause.ts';
import type { ChangeAction } from '../../domain/change.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import type { View } from './view.ts';
import { sourceWords } from './words.ts';

export interface LiveChange {
  action: ChangeAction;
  label: string;
  /** `#rrggbb`, or empty. */
  colour: string;
  cause: { kind: CauseKind; id: string; version: string };
  reason?: string;
  /** The label of the tag that took its place. */
  replacedBy?: string;
  /** The customer's words that it rests on, and where in them (UTF-16, end exclusive). */
  text?: string | null;
  span?: readonly [number, number] | null;
}

const ROOM = 40;

const SIGNS = {
  zh: { add: '＋', remove: '－', suggest: '？', withdraw: '－' },
  en: { add: '+', remove: '-', suggest: '?', withdraw: '-' },
};

const WORDS = {
  zh: {
    keyword: (phrase: string) => `关键词「${phrase}」`,
    suggest: '只建议，等人决定',
    withdraw: '建议撤下',
    replaced: (other: string) => `被 ${other} 替换`,
    spoke: '客户说话了',
    again: '回到这里：之后那一步所依据的订单取消或全额退款了',
    gone: {
      expired: '到期',
      refused: '客户回绝了',
      rejected: '人工去掉，同样的依据不会再打上',
      ended: '条件不再成立',
      taken_back: '所依据的订单取消或全额退款了',
      recalled: '所依据的消息被撤回了',
      history: '晚到、撤回或修改的消息改变了依据',
      merged: '合并客户后不再成立',
      undone: '撤销',
    } as Record<string, string>,
  },
  en: {
    keyword: (phrase: string) => `keyword “${phrase}”`,
    suggest: 'only suggested, somebody must decide',
    withdraw: 'suggestion withdrawn',
    replaced: (other: string) => `replaced by ${other}`,
    spoke: 'the customer spoke',
    again: 'here again: an order behind the next step was cancelled or refunded in full',
    gone: {
      expired: 'its time was over',
      refused: 'the customer said no',
      rejected: 'turned down by hand; the same evidence will not set it again',
      ended: 'the condition no longer holds',
      taken_back: 'an order that it rested on was cancelled or refunded in full',
      recalled: 'the message that it rested on was recalled',
      history: 'a late, recalled or edited message took its ground away',
      merged: 'two customers became one',
      undone: 'undone',
    } as Record<string, string>,
  },
};

/** Why a tag went; a machine's change without a reason names the machine. */
const goneWords = ({ reason = '', replacedBy, cause }: LiveChange, view: View): string => {
  const words = WORDS[view.lang];
  if (replacedBy !== undefined && !words.gone[reason]) return words.replaced(printable(replacedBy));
  if (reason === 'ended' && cause.id === 'silence') return words.spoke;
  return words.gone[reason] ?? sourceWords(cause, view);
};

/** What a tag comes from; for keywords the very word that was said. */
const cameWords = ({ cause, text, span }: LiveChange, view: View): string =>
  cause.kind === 'pack' && text && span ? WORDS[view.lang].keyword(printable(text.slice(...span))) : sourceWords(cause, view);

/** One change as one line, as tags change while people talk: ＋ 询价  关键词「多少钱」  「这个【多少钱】？」. */
export const changeLine = (change: LiveChange, view: View): string => {
  const { action, label, text, span } = change;
  const words = WORDS[view.lang];
  const name = paint(view.colour).hex(change.colour, printable(label));
  const head = `${SIGNS[view.lang][action]} ${name}`;
  if (action === 'remove') return `${head}  ${goneWords(change, view)}`;
  if (action === 'withdraw') return `${head}  ${words.withdraw}`;
  if (change.reason === 'taken_back') return `${head}  ${words.again}`;
  const quote = text ? [quoted({ ...view, text, span: span ?? null, room: ROOM })] : [];
  const note = action === 'suggest' ? [words.suggest] : [];
  return [head, cameWords(change, view), ...quote, ...note].join('  ');
};
