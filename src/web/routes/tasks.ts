import { z } from 'zod';
import { addTask } from '../../commands/task.ts';
import { customerAt } from '../customer-at.ts';
import { tasksForm } from '../forms/list-forms.ts';
import { words } from '../forms/named.ts';
import { flag, give, option } from '../give.ts';
import { type Route, route } from '../route.ts';
import { idWords, noParams, noQuery, query, yesNo } from './parts.ts';

const TITLE = 400;
const to = words(200).optional();
const taskParams = z.strictObject({ id: idWords });

/** In the words of a chat, with the time among them; or title and time apart. */
const taskBody = z.union([
  z.strictObject({ customer: idWords, text: words(TITLE), to }),
  z.strictObject({ customer: idWords, title: words(TITLE), due: z.iso.datetime({ offset: true }).nullish(), to }),
]);

export const tasks: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/tasks',
    needs: 'read',
    summary: {
      zh: '待办，最早到期的在前；all 连推迟的也列出，for 看一个人的，customer 看一位客户的',
      en: 'What is to be done, earliest due first; all: with what is snoozed, for: of one person, customer: about one customer',
    },
    params: noParams,
    query: query({ customer: idWords.optional(), all: yesNo.optional(), for: words(200).optional() }),
    body: null,
    answer: tasksForm,
    run: async (asking) => {
      const { customer, all, for: person } = asking.query;
      const of = customer === undefined ? [] : [(await customerAt(asking.app, customer))._id];
      return give(asking, 'tasks', 'tasks', { words: of, options: [...flag('all', all), ...option('for', person)] });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/tasks',
    needs: 'write',
    summary: {
      zh: '记一件要做的事：text 里写时间（明天下午3点 回电话），或者 title 和 due 分开写',
      en: 'Notes something to do: text with the time in it (friday 15:00 call back), or title and due apart',
    },
    params: noParams,
    query: noQuery,
    body: taskBody,
    answer: tasksForm,
    run: async (asking) => {
      const { app, caller, lang, body } = asking;
      const customer = await customerAt(app, body.customer);
      if ('text' in body)
        return give(asking, 'tasks', 'task', { words: [customer._id, body.text], options: option('to', body.to) });
      const due = body.due === undefined || body.due === null ? null : Date.parse(body.due);
      const context = { app, actor: caller.actor, lang, atHand: null };
      const reply = await addTask(context, customer, { title: body.title, due, to: body.to });
      if (reply.kind !== 'tasks') throw new Error(`a task answers ${reply.kind}`);
      return reply.doc;
    },
  }),
  route({
    method: 'POST',
    path: '/v1/tasks/:id/done',
    needs: 'write',
    summary: { zh: '完成一项任务', en: 'Closes a task' },
    params: taskParams,
    query: noQuery,
    body: z.strictObject({}).default({}),
    answer: tasksForm,
    run: (asking) => give(asking, 'tasks', 'done', { words: [asking.params.id] }),
  }),
  route({
    method: 'POST',
    path: '/v1/tasks/:id/snooze',
    needs: 'write',
    summary: { zh: '推迟一项任务：until 写时间，如 明天上午9点', en: 'Puts a task off until a time, like friday 9:00' },
    params: taskParams,
    query: noQuery,
    body: z.strictObject({ until: words(100) }),
    answer: tasksForm,
    run: (asking) => give(asking, 'tasks', 'task', { words: ['snooze', asking.params.id, asking.body.until] }),
  }),
];
