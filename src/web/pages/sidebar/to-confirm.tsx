import { useState } from 'preact/hooks';
import type { TagAnswer } from '../../../domain/answers.ts';
import { Evidence } from './evidence.tsx';
import type { View } from './view.ts';

/** As many as are open at once: the tags below must still be seen. */
const OPEN = 3;

/** Tags that wait for a yes or a no, with the words that they rest on. Nothing where none does. */
export const ToConfirm = ({
  suggested,
  view,
  decide,
}: {
  suggested: readonly TagAnswer[];
  view: View;
  decide: (tag: TagAnswer, yes: boolean) => void;
}) => {
  const [all, setAll] = useState(false);
  const { words } = view;
  if (suggested.length === 0) return null;
  const shown = all ? suggested : suggested.slice(0, OPEN);
  return (
    <section class="card" aria-labelledby="to-confirm">
      <h2 id="to-confirm">
        {words.confirmTitle} ({suggested.length})
      </h2>
      <ul>
        {shown.map((tag) => {
          const name = view.nameOf(tag.id, tag.name);
          return (
            <li key={tag.id} class="ask">
              <div class="row">
                <span class="tag" style={{ '--tag': tag.colour }}>
                  {name}
                </span>
                <span class="grow" />
                <button type="button" class="yes" onClick={() => decide(tag, true)}>
                  {words.confirm}
                  <span class="unseen"> {name}</span>
                </button>
                <button type="button" class="no" onClick={() => decide(tag, false)}>
                  {words.wrong}
                  <span class="unseen"> {name}</span>
                </button>
              </div>
              <Evidence causes={tag.causes} view={view} />
            </li>
          );
        })}
      </ul>
      {shown.length < suggested.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {words.more(suggested.length - shown.length)}
        </button>
      )}
    </section>
  );
};
