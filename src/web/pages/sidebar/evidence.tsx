import type { CauseAnswer } from '../../../domain/answers.ts';
import { Said } from './said.tsx';
import type { View } from './view.ts';

/** Why a tag is there: every cause, and the words that it rests on, newest first. */
export const Evidence = ({ causes, view }: { causes: readonly CauseAnswer[]; view: View }) => (
  <ul class="why">
    {causes.map((cause) => (
      <li key={`${cause.kind}/${cause.id}`}>
        <p class="sub" title={`${cause.id} · ${view.words.version(cause.version)}`}>
          {view.words.by[cause.kind]}
          {cause.kind === 'rule' && ` ${cause.id}`}
          {cause.confidence < 1 && ` · ${view.words.sure(Math.round(cause.confidence * 100))}`}
        </p>
        {cause.evidence.length === 0 && <p class="sub">{cause.kind === 'person' ? view.words.byHand : view.words.byFacts}</p>}
        {[...cause.evidence].reverse().map((one) => (
          <p key={one.message} class="said">
            <Said {...one} /> <time dateTime={one.at}>{view.time(one.at)}</time>
          </p>
        ))}
      </li>
    ))}
  </ul>
);
