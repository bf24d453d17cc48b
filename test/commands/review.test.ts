// Tags that the classifier is not sure of wait for a person's yes or no.
import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
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
const [BUDGET, PARTNER] = ["we've got 8k approved", 'we want to work with you'];

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

  it('says what to type', async () => {
    const street = await openDoubts();
    const shown = renderReply(await give(street, ADA, 'review'), aView('en'));
    expect(shown).toMatch(/2 tags wait to be confirmed/);
    expect(shown).toContain('“we want to work with you”');
    const [, line = ''] = /right: tag (chen \S+)/.exec(shown) ?? [];
    await give(street, ADA, 'tag', ...line.split(' '));
    expect(waiting(await review(street, ADA))).toEqual([['mei', 'budget']]);
  });
});
