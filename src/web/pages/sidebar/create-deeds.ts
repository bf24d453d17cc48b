import type { ChangedAnswer, TagAnswer, TagsAnswer, TaskAnswer } from '../../../domain/answers.ts';
import { Refused } from '../parts/ask.ts';
import type { Api } from './api.ts';
import type { Choice } from './choices.ts';
import type { OnScreen } from './use-customer.ts';
import type { View } from './view.ts';

const without = (doc: TagsAnswer, ...gone: string[]): TagsAnswer => ({
  ...doc,
  tags: doc.tags.filter(({ id }) => !gone.includes(id)),
  suggested: doc.suggested.filter(({ id }) => !gone.includes(id)),
});

const bare = (label: string): string => label.slice(label.indexOf(':') + 1);

/** Which tag went because another came. */
const replacedIn = ({ changes }: ChangedAnswer, { words }: View): string => {
  const replaced = changes.find(({ replacedBy }) => replacedBy !== undefined);
  return replaced ? words.replaced(bare(replaced.tag)) : '';
};

/** A change of tags: how it is asked for, what it will look like, and what is said of it. */
interface Change {
  ask: (confirm: boolean) => Promise<ChangedAnswer>;
  soon: (doc: TagsAnswer) => TagsAnswer;
  text: string;
}

interface Parts {
  id: string;
  api: Api;
  view: View;
  screen: Pick<OnScreen, 'parts' | 'show' | 'askAgain'>;
  say: (toast: { text: string; action?: { label: string; run: () => void } }) => void;
}

/** What a person does about a customer: each shown at once, and put back with the reason where it is refused. */
export const createDeeds = ({ id, api, view, screen: { parts, show, askAgain }, say }: Parts) => {
  const { words } = view;
  const nameOf = (tag: Pick<TagAnswer, 'id' | 'name'>) => view.nameOf(tag.id, tag.name);
  const textOf = ({ status, message, hint }: Refused) => (status === 0 ? words.noAnswer : `${message} ${hint}`);

  const undo = async () => {
    try {
      const after = await api.undo(id);
      show('tags', () => after);
      askAgain(['tasks']);
      say({ text: words.done.undone });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: textOf(error) });
    }
  };
  const undoable = { label: words.undo, run: () => void undo() };

  const change = async (what: Change, confirm = false): Promise<void> => {
    const before = parts.tags.value;
    show('tags', what.soon);
    try {
      const after = await what.ask(confirm);
      show('tags', () => after);
      say({ text: `${what.text}${replacedIn(after, view)}`, action: undoable });
    } catch (error) {
      if (before) show('tags', () => before);
      if (!(error instanceof Refused)) throw error;
      const again = { label: words.backwardYes, run: () => void change(what, true) };
      say({ text: textOf(error), ...(error.status === 409 && !confirm ? { action: again } : {}) });
    }
  };
  const tags = (add: string[], remove: string[]) => (confirm: boolean) => api.change(id, add, remove, confirm);

  /** A change of tasks, which may have changed before; gives whether it was made. */
  const changeTasks = async (ask: () => Promise<unknown>, text: string): Promise<boolean> => {
    try {
      await ask();
      say({ text, action: undoable });
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: textOf(error) });
      return false;
    } finally {
      askAgain(['tasks']);
    }
  };

  return {
    undo: () => void undo(),
    done: ({ id: task, title }: TaskAnswer) => {
      show('tasks', (tasks) => tasks.filter((one) => one.id !== task));
      void changeTasks(() => api.done(task), words.done.task(title));
    },
    snooze: ({ id: task, title }: TaskAnswer, until: string) =>
      void changeTasks(() => api.snooze(task, until), words.done.snoozed(title, until)),
    note: (text: string): Promise<boolean> => changeTasks(() => api.newTask(id, text), words.done.noted),
    add: ({ id: tag, name }: Choice) =>
      void change({ ask: tags([tag], []), soon: (doc) => doc, text: words.done.add(view.nameOf(tag, name)) }),
    remove: (tag: TagAnswer) =>
      void change({ ask: tags([], [tag.id]), soon: (doc) => without(doc, tag.id), text: words.done.remove(nameOf(tag)) }),
    /** Yes or no to a suggested tag. */
    decide: (tag: TagAnswer, yes: boolean) =>
      void change({
        ask: yes ? tags([tag.id], []) : tags([], [tag.id]),
        soon: (doc) => (yes ? { ...without(doc, tag.id), tags: [...doc.tags, tag] } : without(doc, tag.id)),
        text: (yes ? words.confirmed : words.rejected)(nameOf(tag)),
      }),
    setStage: (stage: string, stages: readonly string[]) => {
      const now = new Date().toISOString();
      const by = { kind: 'person' as const, id: '', version: '' };
      const tag = { id: stage, group: null, name: stage, colour: '', since: now, expiresAt: null, by, confidence: 1, causes: [] };
      return void change({
        ask: (confirm) => api.setStage(id, stage, confirm),
        soon: (doc) => ({ ...doc, tags: [...without(doc, ...stages).tags, tag] }),
        text: words.done.stage(nameOf(tag)),
      });
    },
  };
};
