import type { TagUsageAnswer } from '../../../../domain/usage.ts';
import { Fault } from '../../parts/section.tsx';
import { hashOf } from '../place.ts';
import type { Asked } from '../use-asked.ts';
import type { View } from '../view.ts';

const HIGH = 36;
const STEP = 8;

/** Thirty days as bars, said in words too. */
const Bars = ({ daily, label }: { daily: readonly number[]; label: string }) => {
  const most = Math.max(1, ...daily);
  return (
    <svg class="bars" viewBox={`0 0 ${daily.length * STEP} ${HIGH}`} role="img" aria-label={label} preserveAspectRatio="none">
      {daily.map((count, day) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * HIGH);
        return (
          <rect key={day} class={count === 0 ? 'no' : ''} x={day * STEP + 1} y={HIGH - height} width={STEP - 2} height={height} />
        );
      })}
    </svg>
  );
};

/** How a tag is used: who carries it, how often it came, by day and by whom. */
export const Use = ({ part, again, view }: Asked<TagUsageAnswer> & { view: View }) => {
  const { words } = view;
  const { value, fault } = part;
  if (fault && !value) return <Fault {...{ fault, view }} retry={again} />;
  if (!value) return <div class="bone short" />;
  const { given, before, days, daily, by, lastAt } = value;
  const sum = words.sum(days, view.number(given), view.number(before));
  return (
    <section class="use" aria-labelledby="use">
      <h3 id="use">{words.use}</h3>
      <p>
        <a href={hashOf({ view: 'segments', of: value.query })}>{words.carry(view.number(value.customers))}</a>
      </p>
      <p>
        {sum} <span class="sub">{lastAt === null ? words.never : words.last(view.time(lastAt))}</span>
      </p>
      {given > 0 && <Bars daily={daily} label={sum} />}
      {by.length > 0 && (
        <ul class="givers">
          {by.map(({ kind, id, name, given: times }) => (
            <li key={`${kind} ${id}`}>
              <span>
                {words.by[kind]} <bdi>{name}</bdi>
              </span>
              <b>{words.times(view.number(times))}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
