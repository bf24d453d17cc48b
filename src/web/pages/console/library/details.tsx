import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HandbookEntry } from '../../../../domain/handbook.ts';
import type { TagUsageAnswer } from '../../../../domain/usage.ts';
import { Fault } from '../../parts/section.tsx';
import type { Toasted } from '../../parts/toast.tsx';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { Edit } from './edit.tsx';
import { Meaning, Setting } from './meaning.tsx';
import { Use } from './use.tsx';

/** One tag or group: what it means, how it is used, and for whoever may, its changes. */
export const Details = ({
  id,
  view,
  tell,
  close,
  changed,
}: {
  id: string;
  view: View;
  tell: (toast: Toasted) => void;
  close: () => void;
  changed: () => void;
}) => {
  const at = encodeURIComponent(id);
  const entry = useAsked<HandbookEntry>(view.ask, `/library/${at}`);
  const usage = useAsked<TagUsageAnswer>(view.ask, `/usage/${at}`);
  const heading = useRef<HTMLHeadingElement>(null);
  const { words } = view;
  const { value, fault } = entry.part;
  const here = value !== null;
  useLayoutEffect(() => {
    if (here) heading.current?.focus();
  }, [here]);
  const again = () => {
    entry.again();
    usage.again();
    changed();
  };
  const top = () => heading.current?.focus();
  return (
    <section
      class="card details"
      aria-labelledby="details"
      aria-busy={!here && fault === null}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="row top">
        <h2 id="details" ref={heading} tabIndex={-1}>
          <span class="dot" style={{ '--tag': value?.colour ?? '#8c8c8c' }} aria-hidden="true" />{' '}
          <bdi>{value?.name ?? words.details}</bdi>
        </h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </div>
      {fault && <Fault {...{ fault, view }} retry={entry.again} />}
      {value && <Meaning entry={value} view={view} />}
      <Use {...usage} view={view} />
      {value && <Setting entry={value} view={view} />}
      {value && view.manages && (
        <Edit key={`${value.name} ${value.colour}`} entry={value} {...{ view, tell, top }} done={again} />
      )}
    </section>
  );
};
