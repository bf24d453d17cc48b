import type { ComponentChildren } from 'preact';
import type { Refused } from './ask.ts';
import type { Part } from './part.ts';
import type { Common } from './words.ts';

const Skeleton = () => (
  <div aria-busy="true">
    <div class="bone" />
    <div class="bone short" />
  </div>
);

/** A part of the page in all its states: on its way, there, empty, not to be had. What was known stays while it cannot be asked for again. */
export const Section = <T,>({
  id,
  title,
  part,
  view,
  retry,
  children,
}: {
  id: string;
  title: string;
  part: Part<T>;
  view: { words: Common };
  retry: () => void;
  children: (value: T) => ComponentChildren;
}) => (
  <section class="card" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {part.value === null && part.fault === null && <Skeleton />}
    {part.fault && <Fault fault={part.fault} view={view} retry={retry} />}
    {part.value !== null && children(part.value)}
  </section>
);

/** What went wrong, what to do, and a way to try again. */
export const Fault = ({ fault, view, retry }: { fault: Refused; view: { words: Common }; retry: () => void }) => (
  <div role="alert">
    <p>{fault.status === 0 ? view.words.noAnswer : fault.message}</p>
    <p class="sub">{fault.status === 0 ? view.words.noAnswerHint : fault.hint}</p>
    <button type="button" onClick={retry}>
      {view.words.retry}
    </button>
  </div>
);
