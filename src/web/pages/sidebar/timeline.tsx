import type { TimelineItem } from '../../../domain/timeline.ts';
import type { View } from './view.ts';

const factText = ({ fact }: TimelineItem, view: View): string => {
  if (!fact) return view.words.noWords;
  const { event, amount, currency, ...names } = fact;
  const money = amount !== undefined && currency !== undefined ? view.money(amount, currency) : '';
  return [view.words.happened[event] ?? event, ...Object.values(names).map(String), money].filter(Boolean).join(' · ');
};

/** What was said and what happened, newest first; numbers of IDs and cards are masked before they come here. */
export const Timeline = ({
  items,
  next,
  view,
  older,
}: {
  items: readonly TimelineItem[];
  next: string | null;
  view: View;
  older: () => void;
}) => (
  <>
    {items.length === 0 && <p class="sub">{view.words.noTimeline}</p>}
    <ol class="timeline">
      {items
        .filter(({ kind }) => kind !== 'change')
        .map((item) => (
          <li key={item.id}>
            <p class="sub">
              <time dateTime={item.at}>{view.time(item.at)}</time> {view.words.from[item.from]}
            </p>
            {item.quote !== null && <blockquote>{item.quote}</blockquote>}
            <p>
              {item.recalled ? view.words.recalled : item.text || factText(item, view)}{' '}
              {item.edited && <small>{view.words.edited}</small>}
            </p>
          </li>
        ))}
    </ol>
    {next !== null && (
      <button type="button" class="plain" onClick={older}>
        {view.words.older}
      </button>
    )}
  </>
);
