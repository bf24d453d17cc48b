import type { DigestAnswer } from '../../../../domain/told.ts';
import { Section } from '../../parts/section.tsx';
import { useAsked } from '../use-asked.ts';
import type { View } from '../view.ts';
import { DigestPart } from './digest-part.tsx';

/** The last 24 hours: quotes that wait too long first, then the rest. */
export const Digest = ({ view }: { view: View }) => {
  const { part, again } = useAsked<DigestAnswer>(view.ask, '/digest');
  const { words } = view;
  const head = (digest: DigestAnswer) => words.asOf(digest.date, view.time(digest.asOf));
  return (
    <Section id="digest" title={words.lastDay} {...{ part, view }} retry={again}>
      {(digest) => (
        <>
          <p class="sub">
            {head(digest)} · {words.seen[digest.seen?.whose ?? 'all']}
            {digest.behindMinutes !== undefined && ` · ${words.behind(digest.behindMinutes)}`}
          </p>
          <div class="digest">
            {digest.sections.map((section) => (
              <DigestPart key={section.kind} {...{ section, view }} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
};
