import { spokenError } from '../../commands/spoken-error.ts';
import { readLine, UnreadableLine } from '../../domain/line.ts';
import { UserError } from '../../errors.ts';
import { createOrdinals } from '../../inbox/ordinals.ts';
import { problemWords } from '../../text/problem-words.ts';
import { eventsDescribed, eventsForm, keptForm } from '../forms/event-form.ts';
import { type Asking, type Route, route } from '../route.ts';
import { noParams, noQuery } from './parts.ts';

/** Senders' clocks go a little wrong, ms; an event that lies further ahead would take the customer's time with it. */
const AHEAD = 5 * 60_000;

interface Outcome {
  outcome: 'kept' | 'duplicate' | 'refused';
  id: string | null;
  field?: string;
  reason?: string;
}

/** Keeps one line, and says what became of it. @throws what kept it from being kept: then nothing is said to be. */
const keepLine = async (
  { app, lang }: Pick<Asking, 'app' | 'lang'>,
  line: unknown,
  ordinal: (content: string) => number,
): Promise<Outcome> => {
  let id: string | null = null;
  const refused = (field: string, reason: string): Outcome => ({ outcome: 'refused', id, field, reason });
  try {
    const read = readLine(JSON.stringify(line));
    if (read.kind === 'tick') return refused('tick', problemWords('must stand in a file for replay', lang));
    id = read.event.id;
    if (app.clock.mode() === 'wall' && read.event.at > app.clock.asOf() + AHEAD)
      return refused('at', problemWords('must not lie in the future of a live home', lang));
    return { outcome: await app.receive(read.event, ordinal), id };
  } catch (error) {
    if (error instanceof UnreadableLine) return refused(error.field, problemWords(error.message, lang));
    if (error instanceof UserError) return refused('customer', spokenError(error, lang).message);
    throw error;
  }
};

export const events: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/events',
    needs: 'events',
    summary: {
      zh: '送来消息和事件，一行或最多 500 行；同一行再送一次没有别的效果',
      en: 'Messages and facts, one line or up to 500; the same line sent again has no other effect',
    },
    params: noParams,
    query: noQuery,
    body: eventsForm,
    described: eventsDescribed,
    answer: keptForm,
    // Who sends one line and looks at the status alone must see that it was not taken.
    status: ({ lines, refused }) => (refused === lines.length ? 422 : 200),
    run: async ({ app, lang, body }) => {
      // Equal lines without an id are told apart by their place, the same way when all are sent again.
      const ordinal = createOrdinals();
      const all = Array.isArray(body) ? body : [body];
      const settled = await Promise.allSettled(all.map((line) => keepLine({ app, lang }, line, ordinal)));
      const failed = settled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      const lines = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const count = (outcome: Outcome['outcome']) => lines.filter((one) => one.outcome === outcome).length;
      return { kept: count('kept'), duplicates: count('duplicate'), refused: count('refused'), lines };
    },
  }),
];
