import { useState } from 'preact/hooks';
import type { TaskAnswer } from '../../../domain/answers.ts';
import type { View } from './view.ts';

/** What has to be done for this customer, overdue first, and a line to note something new. */
export const Tasks = ({
  tasks,
  view,
  done,
  note,
}: {
  tasks: readonly TaskAnswer[];
  view: View;
  done: (task: TaskAnswer) => void;
  note: (text: string) => Promise<boolean>;
}) => {
  const [text, setText] = useState('');
  const { words } = view;
  return (
    <>
      {tasks.length === 0 && <p class="sub">{words.noTasks}</p>}
      <ul class="tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <label>
              <input type="checkbox" checked={task.state === 'done'} onChange={() => done(task)} />
              <span>
                {task.title}{' '}
                <span class={task.overdue ? 'bad' : 'sub'}>
                  {task.overdue && `${words.overdue} `}
                  {task.due === null ? words.atOnce : view.time(task.due)}
                </span>
              </span>
            </label>
          </li>
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
