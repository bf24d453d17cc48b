import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SegmentAnswer } from '../../../../domain/answers.ts';
import { Refused } from '../../parts/ask.ts';
import { Fault } from '../../parts/section.tsx';
import { CustomerLink } from '../customer-link.tsx';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';

type Customer = SegmentAnswer['customers'][number];

/** Tags that a line has room for. */
const TAGS = 4;

const Line = ({ one, view }: { one: Customer; view: View }) => {
  const { words } = view;
  return (
    <li>
      <CustomerLink id={one.id} name={one.name} />
      <span>{one.owner ?? words.nobody}</span>
      <span>{one.stage === null ? words.noStage : view.tagName(one.stage)}</span>
      <span>{one.lastContactAt === null ? words.noContact : view.time(one.lastContactAt)}</span>
      <span class="sub tags">
        {one.tags.slice(0, TAGS).map((tag) => (
          <span key={tag}>{view.tagName(tag)}</span>
        ))}
        {one.tags.length > TAGS && <span>+{one.tags.length - TAGS}</span>}
      </span>
    </li>
  );
};

const Head = ({ view }: { view: View }) => (
  <li class="columns" aria-hidden="true">
    {[view.words.customer, view.words.ownerOf, view.words.stage, view.words.lastContact, view.words.tag].map((text) => (
      <span key={text}>{text}</span>
    ))}
  </li>
);

/** A query that means nothing: where, and what to do about it. Asking the same again would not help. */
const Wrong = ({ fault }: { fault: Refused }) => (
  <div role="alert" class="wrong">
    <p class="bad">{fault.message}</p>
    <p class="sub">{fault.hint}</p>
  </div>
);

/** What a query found: how it was understood, how many, and their first pages. */
export const Result = ({ query, view }: { query: string; view: View }) => {
  const { part, again } = useAsked<SegmentAnswer>(view.ask, `/segments?query=${encodeURIComponent(query)}`);
  const [more, setMore] = useState<SegmentAnswer[]>([]);
  const [fault, setFault] = useState<Refused | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef(0);
  const { words } = view;
  const { value } = part;
  useLayoutEffect(() => {
    // Whoever asked for more goes on at the first of them.
    if (more.length > 0) list.current?.querySelectorAll<HTMLElement>('a')[shown.current]?.focus();
  }, [more.length]);

  if (part.fault && !value && part.fault.status >= 400 && part.fault.status < 500) return <Wrong fault={part.fault} />;
  if (part.fault && !value) return <Fault fault={part.fault} view={view} retry={again} />;
  if (!value) return <div class="bone" aria-busy="true" />;
  const pages = [value, ...more];
  const customers = pages.flatMap((page) => page.customers);
  const next = pages.at(-1)?.next ?? null;
  const older = async () => {
    setFault(null);
    try {
      const page = await view.ask.get<SegmentAnswer>(
        `/segments?query=${encodeURIComponent(query)}&after=${encodeURIComponent(next ?? '')}`,
      );
      shown.current = customers.length;
      setMore([...more, page]);
    } catch (error) {
      setFault(error instanceof Refused ? error : new Refused(0, String(error)));
    }
  };
  return (
    <>
      <p role="status" class="understood">
        <b>{words.found(view.number(value.count), value.exact)}</b> <span class="sub">{words.understood(value.understood)}</span>
      </p>
      {customers.length === 0 ? (
        <p class="sub">{words.nobodyFound}</p>
      ) : (
        <ul class="people" ref={list}>
          <Head view={view} />
          {customers.map((one) => (
            <Line key={one.id} {...{ one, view }} />
          ))}
        </ul>
      )}
      {fault && <Fault {...{ fault, view }} retry={() => void older()} />}
      {next !== null && !fault && (
        <button type="button" onClick={() => void older()}>
          {words.next}
        </button>
      )}
    </>
  );
};
