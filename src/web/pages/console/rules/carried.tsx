import type { Hits, HitsAnswer } from '../../../../domain/usage.ts';
import { Fault } from '../../parts/section.tsx';
import { hashOf } from '../place.ts';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';

/** Who carries the tags of a source because of it, and when it last gave one. */
export const Carried = ({ source, view }: { source: Hits; view: View }) => {
  const path = `/hits/${encodeURIComponent(`${source.kind}:${source.id}`)}`;
  const { part, again } = useAsked<HitsAnswer>(view.ask, path);
  const { words } = view;
  const { value, fault } = part;
  if (fault && !value) return <Fault {...{ fault, view }} retry={again} />;
  if (!value) return <div class="bone short" aria-busy="true" />;
  const [one] = value.sources;
  return (
    <dl class="facts">
      <div>
        <dt>{words.lastHit}</dt>
        <dd>{source.lastAt === null ? words.notIn60 : view.time(source.lastAt)}</dd>
      </div>
      {source.tags.map((id, at) => (
        <div key={id}>
          <dt>
            <a href={hashOf({ view: 'library', of: id })}>{view.tagName(id)}</a>
          </dt>
          <dd>{words.because(view.number(one?.carried?.[at]?.customers ?? 0))}</dd>
        </div>
      ))}
    </dl>
  );
};
