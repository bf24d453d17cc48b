import { useId, useState } from 'preact/hooks';
import type { EvidenceAnswer, TagAnswer } from '../../../domain/answers.ts';
import { Evidence } from './evidence.tsx';
import { inOneLine, Said } from './said.tsx';
import type { View } from './view.ts';

/** As many as are open at once: the tags below must still be seen. */
const OPEN = 3;

/** What the tag rests on in one line, the newest words; a tap shows all of it. */
const Reason = ({ tag, name, view }: { tag: TagAnswer; name: string; view: View }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { words } = view;
  const said = tag.causes.flatMap(({ evidence }) => evidence).filter(({ text }) => text !== null);
  const newest = said.reduce<EvidenceAnswer | null>((last, one) => (last === null || one.at > last.at ? one : last), null);
  return (
    <>
      <button type="button" class="reason" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span class="unseen">
          {words.why} {name}{' '}
        </span>
        {newest ? <Said {...inOneLine(newest)} /> : words.by[tag.by.kind]}
      </button>
      <div id={id}>{open && <Evidence causes={tag.causes} view={view} />}</div>
    </>
  );
};

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
              <Reason tag={tag} name={name} view={view} />
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
