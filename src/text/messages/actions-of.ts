import type { Reply } from '../../domain/reply.ts';
import { titleWords } from '../cause-words.ts';
import { printable } from '../printable.ts';
import type { View } from '../terminal/view.ts';
import { tagWords } from '../terminal/words.ts';
import type { Action } from './message.ts';

/** Rows of buttons that one answer has at most: more is no help. */
const MOST = 5;

const WORDS = {
  zh: { yes: '确认', no: '不对', undo: '撤销', next: '下一页', done: '完成', tags: '客户标签' },
  en: { yes: 'Confirm', no: 'Wrong', undo: 'Undo', next: 'Next page', done: 'Done', tags: 'Tags' },
};

/**
 * Whether the words of a command can say an id. Channels choose ids, and one that ended its own quotes, or began like a tag or an option,
 * would put words of a stranger into a colleague's command.
 */
const sayable = (id: string): boolean => !(/^[-+－−＋]/.test(id) || (id.includes('"') && /[“”]/.test(id)));

/** An id as a word of a command: in quotes where it has blanks or quotes of its own. */
const word = (id: string): string => {
  if (!/[\s"“”]/u.test(id)) return id;
  return id.includes('"') ? `“${id}”` : `"${id}"`;
};

type Named = Parameters<typeof tagWords>[0];

/** Yes and no to a tag that waits for a person; `label` says which of several. */
const decide = (customer: string, tag: Named, view: View, label = ''): Action[] => {
  const words = WORDS[view.lang];
  if (!sayable(customer)) return [];
  return [
    { label: `${words.yes} ${label}`.trim(), words: `tag ${word(customer)} +${tag.id}`, style: 'primary' },
    { label: `${words.no} ${label}`.trim(), words: `tag ${word(customer)} -${tag.id}` },
  ];
};

const doneWith = (tasks: readonly { id: string; title: string; state: string }[], view: View): Action[] =>
  tasks
    .filter(({ id, state }) => sayable(id) && (state === 'open' || state === 'snoozed'))
    .slice(0, MOST)
    .map(({ id, title }) => ({
      label: `${WORDS[view.lang].done} ${titleWords(title, view.lang)}`,
      words: `done ${word(id)}`,
    }));

/** What a person may want to do next with an answer, as buttons. `given`: the words that it answers. */
export const actionsOf = (reply: Reply, view: View, given: string): Action[] => {
  const words = WORDS[view.lang];
  switch (reply.kind) {
    case 'tags':
      return reply.doc.suggested
        .slice(0, MOST)
        .flatMap((tag) => decide(reply.doc.customer.id, tag, view, tagWords(tag, view).name));
    case 'changed':
      return reply.doc.changes.length === 0 || !sayable(reply.doc.customer.id)
        ? []
        : [{ label: words.undo, words: `undo ${word(reply.doc.customer.id)}`, style: 'danger' }];
    case 'why': {
      const { carried, suggested, customer, tag, causes } = reply.doc;
      const both = decide(customer.id, { id: tag, group: null, name: tag }, view);
      if (suggested) return both;
      return carried && causes.some(({ kind }) => kind !== 'person') ? both.slice(1) : [];
    }
    case 'asked':
      return [{ label: words.yes, words: given, told: reply.token, style: 'primary' }];
    case 'segment':
      return reply.doc.next === null
        ? []
        : [{ label: words.next, words: `segment ${reply.doc.query} --after ${printable(reply.doc.next)}` }];
    case 'tasks':
      return doneWith(reply.doc.tasks, view);
    case 'review':
      return reply.doc.reviews
        .slice(0, MOST)
        .flatMap(({ customer, tag }) =>
          decide(customer.id, tag, view, `${printable(customer.name ?? customer.id)} ${tagWords(tag, view).name}`),
        );
    case 'notice':
      return doneWith(
        reply.doc.items.flatMap((item) => (item.kind === 'task' ? item.task : [])),
        view,
      );
    case 'card':
      return sayable(reply.doc.customer.id) ? [{ label: words.tags, words: `tags ${word(reply.doc.customer.id)}` }] : [];
    default:
      return [];
  }
};
