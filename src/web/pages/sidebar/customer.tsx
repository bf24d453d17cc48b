import type { ChangedAnswer, LibraryAnswer, TagAnswer, TagsAnswer, TaskAnswer } from '../../../domain/answers.ts';
import { Refused } from '../parts/ask.ts';
import { Fault, Section } from '../parts/section.tsx';
import { Toast, useToast } from '../parts/toast.tsx';
import type { Api } from './api.ts';
import { Facts, Quotes } from './facts.tsx';
import type { News } from './listen.ts';
import { Picker } from './picker.tsx';
import { Tags } from './tags.tsx';
import { Tasks } from './tasks.tsx';
import { Timeline } from './timeline.tsx';
import { ToConfirm } from './to-confirm.tsx';
import { useCustomer } from './use-customer.ts';
import type { View } from './view.ts';

const without = (doc: TagsAnswer, tag: string): TagsAnswer => ({
  ...doc,
  tags: doc.tags.filter(({ id }) => id !== tag),
  suggested: doc.suggested.filter(({ id }) => id !== tag),
});

const bare = (label: string): string => label.slice(label.indexOf(':') + 1);

/** Which tag went because another came. */
const replacedIn = ({ changes }: ChangedAnswer, { words }: View): string => {
  const replaced = changes.find(({ replacedBy }) => replacedBy !== undefined);
  return replaced ? words.replaced(bare(replaced.tag)) : '';
};

/** One customer: to confirm first, then tags with their reasons, stage, tasks, quotes, facts and history; live. */
export const Customer = ({
  id,
  api,
  view,
  library,
  leave,
  switchLang,
}: {
  id: string;
  api: Api;
  view: View;
  library: LibraryAnswer | null;
  leave: (to: string | null) => void;
  switchLang: () => void;
}) => {
  const { words } = view;
  const { toast, show: toasted } = useToast();
  const say = (text: string, action?: { label: string; run: () => void }) => toasted(action ? { text, action } : { text });
  const news = ({ tags }: News) => {
    const [tag] = tags.filter(({ action }) => action === 'add' || action === 'remove');
    if (tag) say((tag.action === 'add' ? words.newTag : words.goneTag)(view.nameOf(tag.id, tag.name)));
  };
  const screen = useCustomer(api, id, { news, gone: () => leave(null) });
  const { parts, connected, show, askAgain } = screen;

  const undo = async () => {
    try {
      const after = await api.undo(id);
      show('tags', () => after);
      say(words.done.undone);
    } catch (error) {
      if (error instanceof Refused) say(`${error.message} ${error.hint}`);
    }
  };

  /** Shows at once what a change will be, and puts it back where it is refused, with the reason. */
  const change = async (
    add: string[],
    remove: string[],
    text: string,
    soon: (doc: TagsAnswer) => TagsAnswer,
    confirm = false,
  ) => {
    const before = parts.tags.value;
    show('tags', soon);
    try {
      const after = await api.change(id, add, remove, confirm);
      show('tags', () => after);
      say(`${text}${replacedIn(after, view)}`, { label: words.undo, run: undo });
    } catch (error) {
      if (before) show('tags', () => before);
      if (!(error instanceof Refused)) throw error;
      const again = { label: words.backwardYes, run: () => void change(add, remove, text, soon, true) };
      say(
        error.status === 0 ? words.noAnswer : `${error.message} ${error.hint}`,
        error.status === 409 && !confirm ? again : undefined,
      );
    }
  };
  const nameOf = (tag: TagAnswer) => view.nameOf(tag.id, tag.name);
  const decide = (tag: TagAnswer, yes: boolean) =>
    void (yes
      ? change([tag.id], [], words.confirmed(nameOf(tag)), (doc) => ({ ...without(doc, tag.id), tags: [...doc.tags, tag] }))
      : change([], [tag.id], words.rejected(nameOf(tag)), (doc) => without(doc, tag.id)));
  const remove = (tag: TagAnswer) => void change([], [tag.id], words.done.remove(nameOf(tag)), (doc) => without(doc, tag.id));
  const add = (tag: string, name: string) => void change([tag], [], words.done.add(name), (doc) => doc);
  const done = async (task: TaskAnswer) => {
    show('tasks', (tasks) => tasks.filter((one) => one.id !== task.id));
    await api.done(task.id).catch((error: unknown) => error instanceof Refused && say(`${error.message} ${error.hint}`));
    askAgain(['tasks']);
  };
  const note = async (text: string): Promise<boolean> => {
    try {
      await api.newTask(id, text);
      askAgain(['tasks']);
      return true;
    } catch (error) {
      if (error instanceof Refused) say(`${error.message} ${error.hint}`);
      return false;
    }
  };

  const { tags, card, tasks, quotes, timeline } = parts;
  const name = tags.value?.customer.name ?? card.value?.customer.name ?? id;
  if (tags.value === null && tags.fault && [401, 403, 404].includes(tags.fault.status))
    return (
      <main>
        <section class="card">
          <h1>{words.title}</h1>
          <Fault fault={tags.fault} view={view} retry={() => leave(tags.fault?.into ?? null)} />
        </section>
      </main>
    );
  return (
    <>
      <header>
        <div class="avatar" aria-hidden="true">
          {[...name][0]}
        </div>
        <div class="who">
          <h1>{name}</h1>
          <p class="sub">
            <span class={connected ? 'state' : 'state off'} aria-hidden="true" />
            {connected ? words.live : words.offline}
            {' · '}
            {tags.value?.owner ? words.owner(tags.value.owner) : words.nobodyOwns}
            {tags.value?.stage && ` · ${view.stageName(tags.value.stage.name)}`}
            {!connected && tags.value && ` · ${words.stale(view.time(tags.value.asOf))}`}
          </p>
        </div>
        <button type="button" class="plain" onClick={() => leave(null)}>
          {words.other}
        </button>
        <button type="button" aria-label={words.langName} onClick={switchLang}>
          {words.lang}
        </button>
      </header>
      <main>
        {tags.value && <ToConfirm suggested={tags.value.suggested} view={view} decide={decide} />}
        <Section id="tags" title={words.tags} part={tags} view={view} retry={() => askAgain(['tags'])}>
          {(doc) => (
            <>
              <Tags tags={doc.tags} view={view} remove={remove} />
              {library && <Picker library={library} carried={new Set(doc.tags.map((tag) => tag.id))} view={view} add={add} />}
            </>
          )}
        </Section>
        <Section id="tasks" title={words.tasks} part={tasks} view={view} retry={() => askAgain(['tasks'])}>
          {(list) => <Tasks tasks={list} view={view} done={done} note={note} />}
        </Section>
        <Section id="quotes" title={words.quotes} part={quotes} view={view} retry={() => askAgain(['quotes'])}>
          {(list) => (list.length === 0 ? <p class="sub">{words.noQuotes}</p> : <Quotes quotes={list} view={view} />)}
        </Section>
        <Section id="facts" title={words.facts} part={card} view={view} retry={() => askAgain(['card'])}>
          {(doc) => <Facts card={doc} view={view} />}
        </Section>
        <Section id="timeline" title={words.timeline} part={timeline} view={view} retry={() => askAgain(['timeline'])}>
          {({ items, next }) => <Timeline items={items} next={next} view={view} older={() => void screen.older()} />}
        </Section>
      </main>
      <Toast toast={toast} close={() => toasted(null)} />
    </>
  );
};
