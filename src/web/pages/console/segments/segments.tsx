import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SegmentsAnswer } from '../../../../domain/answers.ts';
import { Section } from '../../parts/section.tsx';
import { hashOf } from '../place.ts';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { Result } from './result.tsx';

/** A saved segment by its name, as a query uses it. */
const named = (name: string): string => (/^[\p{L}\p{N}_]+$/u.test(name) ? `@${name}` : `@"${name}"`);

const Saved = ({ view }: { view: View }) => {
  const { part, again } = useAsked<SegmentsAnswer>(view.ask, '/segments/saved?count=true');
  const { words } = view;
  return (
    <Section id="saved" title={words.saved} {...{ part, view }} retry={again}>
      {({ segments }) =>
        segments.length === 0 ? (
          <p class="sub">{words.noneSaved}</p>
        ) : (
          <ul class="saved">
            {segments.map(({ name, query, by, count, problem }) => (
              <li key={name}>
                <a href={hashOf({ view: 'segments', of: named(name) })}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <b>{count === null || count === undefined ? '–' : view.number(count)}</b>
                <p class="sub">
                  <bdi>{query}</bdi> · {view.person(by)}
                </p>
                {problem !== undefined && <p class="bad">{problem}</p>}
              </li>
            ))}
          </ul>
        )
      }
    </Section>
  );
};

/** Customers by a query, and the queries that somebody saved. */
export const Segments = ({ view, of, go }: { view: View; of: string; go: (query: string) => void }) => {
  const [query, setQuery] = useState(of);
  // The same question again is asked again.
  const [turn, setTurn] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { words } = view;
  // Before it is painted, or it would take away what somebody has begun to type.
  useLayoutEffect(() => setQuery(of), [of]);
  return (
    <div class="beside segments">
      <section class="card" aria-labelledby="ask">
        <h2 id="ask">{words.askSegment}</h2>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const asked = query.trim();
            if (asked === of) setTurn(turn + 1);
            go(asked);
          }}
        >
          <input
            type="search"
            data-search
            ref={input}
            aria-label={words.query}
            placeholder={words.queryHint}
            value={query}
            maxLength={2000}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <button type="submit">{words.find}</button>
        </form>
        {of === '' ? (
          <p class="examples sub">
            {words.like}{' '}
            {words.examplesOf.map((example) => (
              <a key={example} href={hashOf({ view: 'segments', of: example })}>
                {example}
              </a>
            ))}
          </p>
        ) : (
          <Result key={`${of} ${turn}`} query={of} view={view} />
        )}
      </section>
      <Saved view={view} />
    </div>
  );
};
