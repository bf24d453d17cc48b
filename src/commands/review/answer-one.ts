import { iso } from '../../answers/cause-answers.ts';
import { reviewItems, type Suggestion, suggestionId, tagNamed, waitingSuggestions } from '../../answers/review-answer.ts';
import { seenBy, sightOf } from '../../answers/team.ts';
import type { Reply } from '../../domain/reply.ts';
import { UsageError, UserError } from '../../errors.ts';
import { changeCustomer } from '../change-customer.ts';
import { checkBackward } from '../check-backward.ts';
import type { Context } from '../command.ts';
import { emptyChange } from '../command-event.ts';
import { pickShown } from '../pick-shown.ts';
import { type ReviewWord, readAnswer } from './read-answer.ts';

/** Put off a person; more than that is not put off but given up. */
const MOST_LATER = 500;

/** An intent that had suggested the tag itself is a yes. */
const meaningOf = (said: ReviewWord, { cause }: Suggestion): ReviewWord => {
  if (said.answer !== 'other') return said;
  if (cause.kind !== 'intent') throw new UserError('review_no_intent');
  return said.meant === cause.id ? { answer: 'yes' } : said;
};

const carryOut = async (context: Context, one: Suggestion, said: ReviewWord): Promise<void> => {
  const { app, actor } = context;
  const { customer, tag } = one;
  switch (said.answer) {
    case 'skip':
      return app.store.shown.putOff('review', actor.id, suggestionId(one), MOST_LATER);
    case 'yes':
      checkBackward(context, customer, [tag], false);
      await changeCustomer(context, customer, { ...emptyChange, add: [tag] });
      return;
    case 'no':
      await changeCustomer(context, customer, { ...emptyChange, remove: [tag] });
      return;
    default:
      await changeCustomer(context, customer, { ...emptyChange, remove: [tag], meant: said.meant });
  }
};

/** The next that waits of the list that was shown, after this number and then from its beginning. */
const nextOf = (waiting: readonly Suggestion[], ids: readonly string[], number: number) => {
  const places = [...ids.keys()];
  for (const place of [...places.slice(number), ...places.slice(0, number - 1)]) {
    const found = waiting.find((one) => suggestionId(one) === ids[place]);
    if (found) return [{ ...found, number: place + 1 }];
  }
  return [];
};

/** Answers one of those that `review` showed by its number: the tag is set or turned down as by hand, and the next one is shown. */
export const answerOne = async (context: Context, number: string, word: string): Promise<Reply> => {
  const { app, actor } = context;
  const people = app.inForce.people();
  const sight = sightOf(actor, people);
  const { intents } = await app.readTaught();
  const read = readAnswer(word, intents);
  // One after another: nobody confirms what they have not read.
  if (!/^\d+[.。]?$/.test(number)) throw new UsageError('no_number', { word: number, list: 'review' });
  const [picked] = await pickShown(context, 'review', [number]);
  const before = await waitingSuggestions(app, sight, []);
  const one = before.waiting.find((each) => suggestionId(each) === picked?.id);
  if (!picked || !one) throw new UserError('review_gone', { number });
  const said = meaningOf(read, one);
  await carryOut(context, one, said);
  const shown = await app.store.shown.of('review', actor.id);
  const { waiting, more } = await waitingSuggestions(app, sight, shown?.later ?? []);
  return {
    kind: 'review',
    doc: {
      ...{ asOf: iso(app.clock.asOf()), seen: seenBy(actor, people), count: waiting.length },
      ...(more ? { more: true as const } : {}),
      answered: {
        ...{ number: picked.number, ...said, tag: tagNamed(app.inForce.tree(), one.tag) },
        customer: { id: one.customer._id, name: one.customer.state.name },
        proposed: one.cause.kind === 'intent' && said.answer !== 'skip',
      },
      reviews: await reviewItems(app, nextOf(waiting, shown?.ids ?? [], picked.number)),
    },
  };
};
