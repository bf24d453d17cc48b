import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Making, finding, closing and snoozing tasks. */
export const taskErrors = {
  task_usage: {
    zh: () => 'task 后面要写客户和要做的事。',
    en: () => 'After task come a customer and what is to be done.',
    hint: {
      zh: () => '例如：task 老王 明天下午3点 回电话；推迟：task snooze 编号 明天。',
      en: () => 'Like: task mei friday 15:00 call back; to hide one: task snooze ID tomorrow.',
    },
  },
  snooze_usage: {
    zh: () => '推迟要写任务编号和时间。',
    en: () => 'To snooze, write the id of the task and until when.',
    hint: {
      zh: () => '例如：task snooze t3fa 明天上午；编号见 tasks。',
      en: () => 'Like: task snooze t3fa tomorrow 9am; tasks shows the ids.',
    },
  },
  done_usage: {
    zh: () => '没有说完成了哪一项任务。',
    en: () => 'It does not say which task is done.',
    hint: {
      zh: () => '写任务编号的开头，例如：done t3fa；编号见 tasks。',
      en: () => 'Write the beginning of its id, like: done t3fa; tasks shows the ids.',
    },
  },
  unknown_task: {
    zh: (p: Params) => `没有未完成的任务“${p['id']}”。`,
    en: (p: Params) => `There is no open task "${p['id']}".`,
    hint: {
      zh: () => 'tasks --all 列出所有未完成的任务和编号。',
      en: () => 'tasks --all lists the open tasks with their ids.',
    },
  },
  ambiguous_task: {
    zh: (p: Params) => `“${p['id']}”可以是几项任务：${p['choices']}。`,
    en: (p: Params) => `"${p['id']}" can be several tasks: ${p['choices']}.`,
    hint: { zh: () => '把编号写长一些再说一次。', en: () => 'Say it again with more of the id.' },
  },
  task_gone: {
    zh: (p: Params) => `任务“${p['id']}”已经不在未完成之列。`,
    en: (p: Params) => `The task "${p['id']}" is no longer open.`,
    hint: { zh: () => '用 tasks 再看一眼。', en: () => 'Look again with tasks.' },
  },
  task_when: {
    zh: (p: Params) => `看不懂时间“${p['text']}”。`,
    en: (p: Params) => `"${p['text']}" is no time that can be read.`,
    hint: {
      zh: () => '这样写：明天下午3点、半小时后、下周五、月底。',
      en: () => 'Write it like: tomorrow 9am, in 30 minutes, next monday, end of month.',
    },
  },
  task_when_past: {
    zh: (p: Params) => `“${p['text']}”已经过去了。`,
    en: (p: Params) => `"${p['text']}" has passed.`,
    hint: { zh: () => '写一个以后的时间，例如：明天上午。', en: () => 'Write a time to come, like: tomorrow 9am.' },
  },
  task_title_long: {
    zh: (p: Params) => `任务最多写 ${p['most']} 个字。`,
    en: (p: Params) => `A task has ${p['most']} characters at most.`,
    hint: {
      zh: () => '写短一些，细节放在客户备注里。',
      en: () => 'Make it shorter; details belong into a note on the customer.',
    },
  },
  tasks_not_seen: {
    zh: (p: Params) => `你看不到“${p['name']}”的任务。`,
    en: (p: Params) => `You do not see the tasks of "${p['name']}".`,
    hint: {
      zh: () => '只能看自己的；主管可以看自己团队的。',
      en: () => 'Everybody sees their own, managers those of their team.',
    },
  },
} satisfies Record<string, Sentence>;
