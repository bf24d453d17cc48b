import type { TaskAnswer } from '../../domain/answers.ts';
import type { NoticeAnswer } from '../../domain/told.ts';
import { titleWords } from '../cause-words.ts';
import { printable } from '../printable.ts';
import type { View } from '../terminal/view.ts';
import { customerWords, timeWords } from '../terminal/words.ts';
import { type Message, row } from './message.ts';

const WORDS = {
  zh: {
    title: (count: number) => `${count} 条提醒`,
    why: { new: '新任务', due: '到时间了' },
    due: (time: string) => `${time} 到期`,
    late: (time: string) => `${time} 已过期`,
    done: (id: string) => `做完：done ${id}`,
  },
  en: {
    title: (count: number) => `${count} ${count === 1 ? 'reminder' : 'reminders'}`,
    why: { new: 'New task', due: 'It is time' },
    due: (time: string) => `due ${time}`,
    late: (time: string) => `overdue since ${time}`,
    done: (id: string) => `when done: done ${id}`,
  },
};

/** A task on one line: what, about whom, until when. */
export const taskRow = ({ title, customer, due, overdue }: TaskAnswer, view: View): string => {
  const words = WORDS[view.lang];
  const when = due === null ? '' : overdue ? words.late(timeWords(due, view)) : words.due(timeWords(due, view));
  return row([titleWords(title, view.lang), customerWords(customer), when]);
};

/** What a person is told as it happens. */
export const noticeMessage = ({ items }: NoticeAnswer, view: View): Message => {
  const words = WORDS[view.lang];
  const colon = view.lang === 'zh' ? '：' : ': ';
  const rows = items.map((item) =>
    item.kind === 'task'
      ? row([`${words.why[item.why]}${colon}${taskRow(item.task, view)}`, words.done(printable(item.task.id))])
      : row([printable(item.text), customerWords(item.customer)]),
  );
  return { title: words.title(items.length), sections: [{ heading: '', rows }], none: '' };
};
