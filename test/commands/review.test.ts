// Tags that the classifier is not sure of wait for a person's yes or no.
import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
import type { LearnAnswer } from '../../src/domain/learn-answers.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { ReviewAnswer } from '../../src/domain/review.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { DAY, feed, iso, MINUTE, START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';

const PEOPLE = `
people:
  - { id: ada, name: Ada, role: admin }
  - { id: hua, name: Hua, role: manager }
  - { id: li, name: Li, role: agent, manager: hua }
  - { id: bo, name: Bo, role: agent }
`;
const who = (id: string, role: Actor['role']): Actor => ({ id, name: id, role });
const [ADA, HUA, LI, BO] = [who('ada', 'admin'), who('hua', 'manager'), who('li', 'agent'), who('bo', 'agent')];

/** What the classifier half understands, the vaguer one second. */
const [BUDGET, PARTNER] = ['I have 8k to play with', 'we run a studio and would like to team up'];

const give = async ({ app }: Street, actor: Actor, name: string, ...args: string[]) => {
  const reply = await commandNamed(name)?.run({ app, actor, lang: 'en', atHand: null }, args);
  if (!reply) throw new Error(`${name} answers`);
  return reply;
};
const review = async (street: Street, actor: Actor, ...args: string[]) =>
  (await give(street, actor, 'review', ...args)).doc as ReviewAnswer;
const waiting = ({ reviews }: ReviewAnswer) => reviews.map(({ customer, tag }) => [customer.id, tag.id]);

const openDoubts = async () => {
  const street = await openStreet({ config: PEOPLE });
  await feed(street.app, [
    says('mei', BUDGET, START),
    says('chen', PARTNER, START + MINUTE),
    says('sure', 'How much is it?', START + 2 * MINUTE),
  ]);
  await give(street, ADA, 'customer', 'mei', 'owner', 'li');
  return street;
};

describe('what waits to be confirmed', () => {
  it('stands there with its words, the least certain first', async () => {
    const doc = await review(await openDoubts(), ADA);
    expect(doc.count).toBe(2);
    expect(doc.reviews).toMatchObject([
      { customer: { id: 'chen' }, tag: { id: 'partnership' }, by: { kind: 'intent' }, evidence: [{ text: PARTNER }] },
      { customer: { id: 'mei' }, tag: { id: 'budget' }, evidence: [{ text: BUDGET }] },
    ]);
    const [first, second] = doc.reviews.map(({ confidence }) => confidence) as [number, number];
    expect(first).toBeLessThan(second);
  });

  it('goes when somebody says yes: the tag is theirs; and when somebody says no: it does not come back with the same words', async () => {
    const street = await openDoubts();
    await give(street, LI, 'tag', 'mei', '+预算');
    await give(street, HUA, 'tag', 'chen', '-合作');
    expect((await review(street, ADA)).reviews).toEqual([]);
    await feed(street.app, [{ tick: iso(START + DAY) }]);
    expect((await review(street, ADA)).count).toBe(0);
    await give(street, HUA, 'undo', 'chen');
    expect(waiting(await review(street, ADA))).toEqual([['chen', 'partnership']]);
  });

  it('is what somebody sees: an agent their own customers, a manager the team’s and nobody’s', async () => {
    const street = await openDoubts();
    expect(waiting(await review(street, LI))).toEqual([['mei', 'budget']]);
    expect(waiting(await review(street, BO))).toEqual([]);
    expect(waiting(await review(street, HUA)).map(([id]) => id)).toEqual(['chen', 'mei']);
  });

  it('comes as many as one asks for, and says how many there are', async () => {
    const street = await openDoubts();
    expect(await review(street, ADA, '--limit', '1')).toMatchObject({ count: 2, reviews: [{ customer: { id: 'chen' } }] });
    for (const bad of ['0', '-1', '1.5', 'all', '201'])
      await expect(review(street, ADA, '--limit', bad)).rejects.toMatchObject({ code: 'bad_limit' });
    await expect(review(street, ADA, 'mei')).rejects.toMatchObject({ code: 'review_usage' });
  });

  it('is answered by its number, and the next one follows; that is a change by hand, with its undo', async () => {
    const street = await openDoubts();
    await review(street, ADA);
    const first = await review(street, ADA, '1', '对');
    expect(first).toMatchObject({
      ...{ count: 1, reviews: [{ number: 2, customer: { id: 'mei' } }] },
      answered: { number: 1, answer: 'yes', customer: { id: 'chen' }, tag: { id: 'partnership' }, proposed: true },
    });
    expect(await review(street, ADA, '2', 'no')).toMatchObject({ count: 0, reviews: [], answered: { answer: 'no' } });
    const rows = await street.app.store.ledger.newest({}, 2);
    expect(rows).toMatchObject([
      { customer: 'mei', tag: 'budget', action: 'remove', actor: 'ada', reason: 'rejected' },
      { customer: 'chen', tag: 'partnership', action: 'add', actor: 'ada' },
    ]);
    await give(street, ADA, 'undo', 'chen');
    expect(waiting(await review(street, ADA))).toEqual([['chen', 'partnership']]);
  });

  it('may be another intent: the tag is turned down, and the words are proposed as that one’s', async () => {
    const street = await openDoubts();
    await review(street, HUA);
    const reply = await review(street, HUA, '1', '推荐转介绍');
    expect(reply.answered).toMatchObject({ answer: 'other', meant: 'referral' });
    expect(waiting(reply)).toEqual([['mei', 'budget']]);
    const { proposals } = (await give(street, HUA, 'learn')).doc as LearnAnswer;
    expect(proposals).toMatchObject([{ text: PARTNER, intent: 'referral', says: 'yes', by: 'hua' }]);
    // The intent that it was suggested by is a yes.
    expect(await review(street, HUA, '2', 'budget')).toMatchObject({ answered: { answer: 'yes' } });
  });

  it('can be put off: it comes last then, for that person', async () => {
    const street = await openDoubts();
    await review(street, ADA);
    expect(await review(street, ADA, '1', 'skip')).toMatchObject({ count: 2, answered: { answer: 'skip', proposed: false } });
    expect(waiting(await review(street, ADA)).map(([id]) => id)).toEqual(['mei', 'chen']);
    expect(waiting(await review(street, HUA)).map(([id]) => id)).toEqual(['chen', 'mei']);
  });

  it('keeps its number for whoever saw it, whatever comes in between; what was answered meanwhile changes nothing', async () => {
    const street = await openDoubts();
    await review(street, ADA);
    await feed(street.app, [says('new', 'we would want to work with you', START + 3 * MINUTE)]);
    await review(street, HUA);
    await give(street, HUA, 'tag', 'chen', '-合作');
    await expect(review(street, ADA, '1', 'yes')).rejects.toMatchObject({ code: 'review_gone' });
    expect(await review(street, ADA, '2', 'yes')).toMatchObject({ answered: { customer: { id: 'mei' } } });
  });

  it.each([
    [['1', 'yes'], 'list_not_seen', false],
    [['3', 'yes'], 'number_not_shown', true],
    [['all', 'yes'], 'no_number', true],
    [['1,2', 'yes'], 'no_number', true],
    [['1'], 'review_usage', true],
    [['1', 'yess'], 'review_answer', true],
    [['1', 'yes', '--limit', '3'], 'review_usage', true],
  ])('review %j is refused: %s', async (words, code, seen) => {
    const street = await openDoubts();
    if (seen) await review(street, ADA);
    await expect(review(street, ADA, ...words)).rejects.toMatchObject({ code });
    expect((await review(street, ADA)).count).toBe(2);
  });

  it('is nothing for a viewer to answer, and nothing that somebody else sees', async () => {
    const street = await openDoubts();
    const kan = who('kan', 'viewer');
    await review(street, LI);
    await give(street, ADA, 'customer', 'mei', 'owner', 'bo');
    await expect(review(street, LI, '1', 'yes')).rejects.toMatchObject({ code: 'review_gone' });
    await street.app.store.shown.note('review', 'kan', [JSON.stringify(['mei', 'budget'])]);
    await expect(review(street, kan, '1', 'yes')).rejects.toMatchObject({ code: expect.stringMatching(/viewer|gone/) });
    expect((await review(street, ADA)).count).toBe(2);
  });

  it('says what to type', async () => {
    const street = await openDoubts();
    const shown = renderReply(await give(street, ADA, 'review'), aView('en'));
    expect(shown).toMatch(/2 tags wait to be confirmed/);
    expect(shown).toContain(`“${PARTNER}”`);
    expect(shown).toMatch(/review 1 yes · review 1 no/);
    const next = renderReply(await give(street, ADA, 'review', '1', '不对'), aView('zh'));
    expect(next).toMatch(/1 {2}chen {2}\S*合作 {2}不对[\s\S]*learn[\s\S]*还有 1 个等待确认：[\s\S]*2 {2}mei/);
  });
});
