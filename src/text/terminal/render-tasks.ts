import type { TaskAnswer, TasksAnswer } from '../../domain/answers.ts';
import { ruleWords, titleWords } from '../cause-words.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { seenLines } from './seen-lines.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, asOfLines, timeWords } from './words.ts';

const MOST = [32, 28, 40, 28, 14];

const WORDS = {
  zh: {
    none: '没有待办。',
    count: (all: number, late: number) => `${all} 项待办${late > 0 ? `，${late} 项已过期` : ''}`,
    head: ['到期', '客户', '要做的事', '编号', '负责人', '原因'],
    atOnce: '马上',
    overdue: '已过期',
    states: { open: '', snoozed: '推迟到', done: '已完成', resolved: '原因已消失' },
    changes: { add: '＋ 新建', done: '✓ 完成', snooze: '… 推迟' },
    nobody: '无',
  },
  en: {
    none: 'Nothing to do.',
    count: (all: number, late: number) => `${all} to do${late > 0 ? `, ${late} overdue` : ''}`,
    head: ['Due', 'Customer', 'What', 'Id', 'Owner', 'Why'],
    atOnce: 'at once',
    overdue: 'overdue',
    states: { open: '', snoozed: 'snoozed until', done: 'done', resolved: 'reason gone' },
    changes: { add: '+ new:', done: '✓ done:', snooze: '… snoozed:' },
    nobody: 'nobody',
  },
};

const dueWords = ({ due, overdue, state, snoozedUntil }: TaskAnswer, view: View): string => {
  const words = WORDS[view.lang];
  if (state === 'snoozed' && snoozedUntil !== null) return `${words.states.snoozed} ${timeWords(snoozedUntil, view)}`;
  if (state !== 'open') return words.states[state];
  const when = due === null ? words.atOnce : timeWords(due, view);
  return overdue ? `${when} ${words.overdue}` : when;
};

/** What somebody has to do, earliest due first; after a change, what it did. */
export const renderTasks = ({ asOf, tasks, seen, changes = [] }: TasksAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { dim, hex } = paint(view.colour);
  const alarm = (text: string) => hex('#cf222e', text);
  const told = changes.map(({ action, title }) => `${words.changes[action]} ${titleWords(title, view.lang)}`);
  const open = tasks.filter(({ state }) => state === 'open' || state === 'snoozed');
  const late = open.filter(({ overdue }) => overdue).length;
  const rows = tasks.map((task): Cell[] => [
    { text: dueWords(task, view), ...(task.overdue ? { paint: alarm } : {}) },
    { text: printable(task.customer.name ?? task.customer.id) },
    { text: titleWords(task.title, view.lang) },
    { text: printable(task.id), paint: dim },
    { text: task.owner === null ? words.nobody : actorWords(task.owner, view) },
    { text: task.rule === null ? '' : ruleWords(task.rule, task.why ?? task.rule, view.lang), paint: dim },
  ]);
  const head = words.head.map((text): Cell => ({ text, paint: dim }));
  return [
    ...told,
    open.length === 0 ? words.none : words.count(open.length, late),
    ...seenLines(seen, open.length === 0, view.lang),
    ...(rows.length === 0 ? [] : ['', ...table([head, ...rows], { indent: '  ', most: MOST })]),
    '',
    ...asOfLines({ asOf }, view),
  ];
};
