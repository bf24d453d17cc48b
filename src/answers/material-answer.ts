import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import type { MaterialAnswer, Piece, PieceAnswer } from '../domain/material.ts';
import { fittingPieces } from '../material/fitting-pieces.ts';
import { iso } from './cause-answers.ts';

/** More than these nobody reads beside a chat. */
const MOST = 20;

const answerOf = ({ id, title, kind, text, url, lang, when }: Piece): PieceAnswer => ({
  ...{ id, title, kind, when },
  ...{ text: text ?? null, url: url ?? null, lang: lang ?? null },
});

/** The material that fits a customer now, read from memory. */
export const materialAnswer = (
  { inForce, clock }: Pick<App, 'inForce' | 'clock'>,
  { _id, state, suggestedIds, facts }: Customer,
  lang: 'zh' | 'en',
): MaterialAnswer => {
  const at = clock.asOf();
  const pieces = inForce.material();
  const fitting = fittingPieces(pieces, {
    customer: { tags: state.tags, suggested: suggestedIds, facts },
    moment: { at, currency: inForce.rules().currencies.home },
    lang,
  });
  return {
    customer: { id: _id, name: state.name },
    asOf: iso(at),
    of: pieces.length,
    count: fitting.length,
    material: fitting.slice(0, MOST).map(answerOf),
  };
};
