import { useId, useState } from 'preact/hooks';
import type { TaskAnswer } from '../../../domain/answers.ts';
import type { View } from './view.ts';

interface Deeds {
  done: (task: TaskAnswer) => void;
  /** Until when, in words that the bot reads. */
  snooze: (task: TaskAnswer, until: string) => void;
}

/** When it is due, or until when it is put off. */
const Due = ({ task, view }: { task: TaskAnswer; view: View }) => {
  const { words } = view;
  if (task.state === 'snoozed' && task.snoozedUntil !== null)
    return <span class="sub">{words.snoozedTo(view.time(task.snoozedUntil))}</span>;
  return (
    <span class={task.overdue ? 'bad' : 'sub'}>
      {task.overdue && `${words.overdue} `}
      {task.due === null ? words.atOnce : view.time(task.due)}
    </span>
  );
};

const Task = ({ task, view, done, snooze }: { task: TaskAnswer; view: View } & Deeds) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { words } = view;
  return (
    <li>
      <div class="task">
        <label>
          <input type="checkbox" checked={task.state === 'done'} onChange={() => done(task)} />
          <span>
            {task.title} <Due task={task} view={view} />
          </span>
        </label>
        <button type="button" class="plain" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {words.snooze}
          <span class="unseen"> {task.title}</span>
        </button>
      </div>
      <div id={id} class="row">
        {open &&
          words.until.map((until) => (
            <button
              key={until}
              type="button"
              onClick={() => {
                setOpen(false);
                snooze(task, until);
              }}
            >
              {until}
            </button>
          ))}
      </div>
    </li>
  );
};

/** What has to be done for this customer, earliest due first and what is put off last, and a line to note something new. */
export const Tasks = ({
  tasks,
  view,
  note,
  done,
  snooze,
}: {
  tasks: readonly TaskAnswer[];
  view: View;
  note: (text: string) => Promise<boolean>;
} & Deeds) => {
  const [text, setText] = useState('');
  const { words } = view;
  const isSnoozed = ({ state }: TaskAnswer) => Number(state === 'snoozed');
  return (
    <>
      {tasks.length === 0 && <p class="sub">{words.noTasks}</p>}
      <ul class="tasks">
        {[...tasks]
          .sort((a, b) => isSnoozed(a) - isSnoozed(b))
          .map((task) => (
            <Task key={task.id} {...{ task, view, done, snooze }} />
          ))}
      </ul>
      <form
        class="row"
        onSubmit={async (event) => {
          event.preventDefault();
          if (text.trim() !== '' && (await note(text))) setText('');
        }}
      >
        <input
          aria-label={words.newTask}
          placeholder={words.newTask}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{words.note}</button>
      </form>
    </>
  );
};
