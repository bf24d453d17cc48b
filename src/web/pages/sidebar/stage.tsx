import { useId, useState } from 'preact/hooks';
import type { TagAnswer } from '../../../domain/answers.ts';
import { Evidence } from './evidence.tsx';
import type { View } from './view.ts';

/** Who set the stage, and since when. */
const Since = ({ held, view }: { held: TagAnswer; view: View }) => (
  <span class="sub">
    {view.words.by[held.by.kind]}
    {held.by.name && ` ${held.by.name}`} · {view.words.since(view.time(held.since))}
  </span>
);

/** The stage in one line; a tap shows the funnel in its order, where another can be chosen. */
export const Stage = ({
  stages,
  held,
  view,
  set,
}: {
  stages: readonly string[];
  held: TagAnswer | undefined;
  view: View;
  set: (stage: string) => void;
}) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { words } = view;
  return (
    <section class="card" aria-label={words.stage}>
      <button type="button" class="stage" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span class="sub">{words.stage}</span>
        <b>{held ? view.nameOf(held.id, held.name) : words.noStage}</b>
        {held && <Since held={held} view={view} />}
        <span class="grow" />
        <span class="change">{open ? words.hide : words.change}</span>
      </button>
      <div id={id}>
        {open && (
          <>
            <ol class="stages">
              {stages.map((stage) => (
                <li key={stage}>
                  <button
                    type="button"
                    aria-current={stage === held?.id ? 'step' : undefined}
                    onClick={() => {
                      setOpen(false);
                      if (stage !== held?.id) set(stage);
                    }}
                  >
                    {view.nameOf(stage, stage)}
                  </button>
                </li>
              ))}
            </ol>
            {held && held.causes.length > 0 && <Evidence causes={held.causes} view={view} />}
          </>
        )}
      </div>
    </section>
  );
};
