import type { ComponentChildren } from 'preact';
import type { DigestSection } from '../../../../domain/told.ts';
import type { HitsAnswer } from '../../../../domain/usage.ts';
import { CustomerLink } from '../customer-link.tsx';
import { hashOf } from '../place.ts';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { Said } from './said.tsx';

type Of<Kind extends DigestSection['kind']> = Extract<DigestSection, { kind: Kind }>['items'];

/** A customer of a digest: who, what there is to say, whose they are, and their own words. */
const Line = ({
  one,
  view,
  facts,
  children,
}: {
  one: Of<'leads' | 'silent_vips' | 'complaints'>[number];
  view: View;
  facts: (string | null)[];
  children?: ComponentChildren;
}) => (
  <li>
    <p>
      <CustomerLink {...one.customer} />{' '}
      <span class="sub">
        {[...facts, view.person(one.owner, one.ownerName)].filter((fact) => fact !== null && fact !== '').join(' · ')}
      </span>
    </p>
    {children}
  </li>
);

const StaleQuotes = ({ items, view }: { items: Of<'stale_quotes'>; view: View }) => (
  <ul>
    {items.map((one) => (
      <li key={`${one.customer.id} ${one.quote}`} class="stale">
        <p class="row">
          <CustomerLink {...one.customer} />
          <strong>{one.amount === null ? view.words.noAmount : view.money(one.amount, one.currency ?? 'CNY')}</strong>
          <span class="bad">{view.words.waited(one.days)}</span>
          <span class="sub">{[one.quote, view.person(one.owner)].filter((fact) => fact !== null).join(' · ')}</span>
        </p>
        {one.lastWords !== null && <Said text={one.lastWords} span={null} />}
      </li>
    ))}
  </ul>
);

const Complaints = ({ items, view }: { items: Of<'complaints'>; view: View }) => (
  <ul>
    {items.map((one) => {
      const newest = one.evidence.filter(({ text }) => text !== null).at(-1);
      return (
        <Line key={one.customer.id} {...{ one, view }} facts={[view.time(one.since)]}>
          {newest?.text && <Said text={newest.text} span={newest.span} />}
        </Line>
      );
    })}
  </ul>
);

const Changes = ({ items, view }: { items: Of<'changes'>; view: View }) => (
  <ul class="chips">
    {items.map(({ tag, added, removed }) => (
      <li key={tag}>
        {view.tagLabel(tag)} {added > 0 && <b class="up">+{view.number(added)}</b>}{' '}
        {removed > 0 && <b class="down">−{view.number(removed)}</b>}
      </li>
    ))}
  </ul>
);

const Losing = ({ items, view }: { items: Of<'losing_precision'>; view: View }) => {
  const { part } = useAsked<HitsAnswer>(view.ask, '/hits');
  const named = (kind: string, id: string) =>
    part.value?.sources.find((source) => source.kind === kind && source.id === id)?.name ?? id;
  return (
    <ul>
      {items.map(({ source, given, rejected }) => (
        <li key={`${source.kind}:${source.id}`}>
          <a href={hashOf({ view: 'rules', of: `${source.kind}:${source.id}` })}>
            {view.words.by[source.kind]} {named(source.kind, source.id)}
          </a>{' '}
          <span class="sub">{view.words.turnedDown(rejected, given)}</span>
        </li>
      ))}
    </ul>
  );
};

const Items = ({ section, view }: { section: DigestSection; view: View }) => {
  const { words } = view;
  switch (section.kind) {
    case 'stale_quotes':
      return <StaleQuotes items={section.items} view={view} />;
    case 'complaints':
      return <Complaints items={section.items} view={view} />;
    case 'changes':
      return <Changes items={section.items} view={view} />;
    case 'losing_precision':
      return <Losing items={section.items} view={view} />;
    case 'leads':
      return (
        <ul>
          {section.items.map((one) => (
            <Line
              key={one.customer.id}
              {...{ one, view }}
              facts={[
                one.source && view.tagName(one.source),
                one.stage && view.tagName(one.stage),
                words.came(view.time(one.createdAt)),
              ]}
            />
          ))}
        </ul>
      );
    default:
      return (
        <ul>
          {section.items.map((one) => (
            <Line
              key={one.customer.id}
              {...{ one, view }}
              facts={[one.lastContactAt && words.contact(view.time(one.lastContactAt))]}
            />
          ))}
        </ul>
      );
  }
};

/** One part of a digest, with how many it has; of a part with nothing that is said in a word. */
export const DigestPart = ({ section, view }: { section: DigestSection; view: View }) => (
  <section aria-labelledby={section.kind} class={section.kind}>
    <h3 id={section.kind}>
      {view.words.sections[section.kind]} <b>{section.items.length}</b>
    </h3>
    {section.items.length === 0 ? <p class="sub">{view.words.none}</p> : <Items {...{ section, view }} />}
  </section>
);
