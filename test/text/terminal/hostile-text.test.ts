import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { changeLine } from '../../../src/text/terminal/change-line.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aCause, anEvidence, aTag, aView, daysAgo, mei } from '../../support/answers.ts';

const at = daysAgo(3);

/** Every answer with the same bad text wherever somebody outside may have put one. */
const repliesWith = (bad: string): Reply[] => {
  const customer = { id: bad, name: bad };
  const evidence = [anEvidence(bad, [1, 4], at, bad), anEvidence(bad, null, at, bad)];
  const cause = { ...aCause('pack', bad, { evidence, count: 9 }), version: bad };
  const tag = { ...aTag('vip', [cause]), group: bad, name: bad, colour: bad };
  const doc = { ...mei, customer, owner: bad, stage: { name: bad, since: at }, tags: [tag], suggested: [tag] };
  const by = { kind: 'person' as const, id: bad, version: bad };
  const step = { at, actor: bad, action: 'remove', cause: by, reason: 'replaced', replacedBy: bad };
  return [
    { kind: 'tags', doc },
    {
      kind: 'changed',
      doc: {
        ...doc,
        changes: [
          { action: 'remove', tag: bad, by, replacedBy: bad },
          { action: 'suggest', tag: bad, by },
        ],
      },
    },
    {
      kind: 'why',
      doc: { ...doc, tag: bad, carried: false, suggested: true, causes: [cause], history: [step, { ...step, action: bad }] },
    },
    {
      kind: 'segment',
      doc: {
        ...{ query: bad, understood: bad, asOf: mei.asOf, count: 1, exact: true, next: bad },
        customers: [{ ...customer, owner: bad, stage: bad, lastContactAt: null, tags: [bad, `${bad}:${bad}`] }],
      },
    },
    { kind: 'found', doc: { customers: [customer], tags: [{ id: bad, group: bad, name: bad }] } },
    {
      kind: 'customer',
      doc: {
        ...{ customer, asOf: mei.asOf, owner: bad, identities: [bad], fields: { name: bad, [bad]: [bad, { [bad]: bad }] } },
        journey: [],
        ...{ messages: 1, interactions: 1, firstContactAt: at, lastContactAt: at, lastPurchaseAt: null, changes: [bad] },
      },
    },
    { kind: 'audit', doc: { entries: [{ at, actor: bad, customer: bad, action: bad, tag: bad, reason: bad }] } },
    {
      kind: 'library',
      doc: {
        version: 1,
        products: [],
        nodes: [
          {
            id: bad,
            kind: 'tag',
            name: bad,
            parent: null,
            en: null,
            depth: 1,
            colour: bad,
            customers: 1,
            definition: bad,
            ...{ restricted: true, roles: null, aliases: [bad], archived: false },
          },
        ],
      },
    },
    { kind: 'usage', doc: { asOf: at, days: 30, tags: [{ id: bad, tag: bad, given: 1, before: 1, lastAt: at }] } },
    {
      kind: 'tag_usage',
      doc: {
        ...{ asOf: at, days: 30, given: 1, before: 1, lastAt: at, id: bad, tag: bad, query: bad, customers: 1, daily: [1] },
        by: [{ kind: 'pack', id: bad, name: bad, given: 1 }],
      },
    },
    {
      kind: 'hits',
      doc: {
        ...{ asOf: at, days: 30 },
        sources: [
          {
            ...{ kind: 'rule', id: bad, name: bad, does: bad, mode: 'off', countable: true, tags: [bad], given: 1, before: 1 },
            ...{ lastAt: at, tasks: 0, rejected: 1, confirmed: 1, carried: [{ tag: bad, customers: 1 }] },
          },
        ],
      },
    },
    {
      kind: 'material',
      doc: {
        ...{ customer, asOf: daysAgo(0), of: 1, count: 2 },
        material: [{ id: bad, title: bad, kind: 'reply', text: bad.replaceAll('\n', ' '), url: bad, lang: null, when: bad }],
      },
    },
    {
      kind: 'tasks',
      doc: {
        asOf: daysAgo(0),
        tasks: [
          {
            ...{
              id: bad,
              title: bad,
              customer: { id: bad, name: bad },
              owner: bad,
              due: daysAgo(1),
              state: 'open',
              why: bad,
              rule: bad,
            },
            ...{ overdue: true, snoozedUntil: null },
          },
        ],
        changes: [{ action: 'add', id: bad, title: bad }],
      },
    },
    {
      kind: 'digest',
      doc: {
        ...{ for: bad, date: bad, asOf: mei.asOf },
        sections: [
          {
            kind: 'stale_quotes',
            items: [{ customer, quote: bad, amount: 1, currency: 'CNY', days: 4, owner: bad, lastWords: bad, at }],
          },
          { kind: 'leads', items: [{ customer, owner: bad, createdAt: at, stage: bad, source: bad }] },
          { kind: 'silent_vips', items: [{ customer, owner: bad, since: at, lastContactAt: at }] },
          { kind: 'complaints', items: [{ customer, owner: bad, since: at, evidence }] },
          { kind: 'changes', items: [{ tag: bad, added: 1, removed: 1 }] },
        ],
      },
    },
    {
      kind: 'review',
      doc: {
        asOf: at,
        count: 1,
        answered: { number: 1, answer: 'other', customer, tag: { id: bad, group: bad, name: bad }, meant: bad, proposed: true },
        reviews: [
          {
            ...{
              number: 1,
              customer,
              owner: bad,
              tag: { id: bad, group: bad, name: bad },
              by: { kind: 'intent', id: bad, version: bad },
            },
            ...{ confidence: 0.5, since: at, evidence: [{ message: bad, text: bad, span: [0, 1], at }] },
          },
        ],
      },
    },
    {
      kind: 'leads',
      doc: {
        asOf: mei.asOf,
        leads: [
          {
            ...customer,
            owner: bad,
            stage: bad,
            source: bad,
            createdAt: at,
            lastContactAt: at,
            high: true,
            tags: [`${bad}:${bad}`],
          },
        ],
      },
    },
    {
      kind: 'learn',
      doc: {
        ...{ asOf: at, version: 1, learnt: 1, count: 1 },
        proposals: [{ number: 1, text: bad, intent: bad, says: 'yes', by: bad, at, also: 1 }],
      },
    },
    {
      kind: 'learnt',
      doc: {
        ...{ did: 'rollback', version: 1, learnt: 1, undone: [2], takesOver: 'next', keywords: [{ topic: bad, phrase: bad }] },
        lessons: [{ text: bad, intent: bad, says: 'no', by: bad, at, also: 0 }],
      },
    },
    {
      kind: 'learn_history',
      doc: {
        steps: [
          {
            version: 1,
            at,
            by: bad,
            yes: 1,
            no: 1,
            dropped: 1,
            keywords: [{ topic: bad, phrase: bad }],
            undone: { by: bad, at },
          },
        ],
      },
    },
    {
      kind: 'keywords',
      doc: {
        ...{ asOf: at, messages: 9, count: 1 },
        proposals: [
          {
            ...{ number: 1, phrase: bad, topic: bad, tag: { id: bad, group: bad, name: bad }, customers: 3, elsewhere: 0 },
            example: bad,
          },
        ],
      },
    },
    { kind: 'imported', doc: { added: [bad], renamed: [bad], changed: [bad], version: 1 } },
    {
      kind: 'products',
      doc: {
        ...{ asOf: mei.asOf, version: 1, change: { action: 'added', product: bad } },
        products: [
          {
            ...{ id: bad, name: bad, aliases: [bad], urls: [bad], archived: false, interested: 1, bought: 1 },
            models: [{ id: bad, name: bad, aliases: [bad], archived: true, customers: 1 }],
          },
        ],
        unknown: [{ product: bad, models: [bad], count: 2, lastSeenAt: at, add: bad }],
      },
    },
    { kind: 'exported', doc: { file: bad, version: 1, text: bad } },
    { kind: 'exported', doc: { file: '-', version: 1, text: bad.replaceAll('\n', ' ') } },
    { kind: 'help', doc: { commands: [{ name: bad, aliases: [bad], usage: bad, summary: bad }] } },
  ];
};

const OURS = new RegExp(`${String.fromCharCode(27)}\\[(?:[12]|1;4|22|22;24|39|38;2;\\d{1,3};\\d{1,3};\\d{1,3})m`, 'g');
const UNSAFE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

const lines = (bad: string, colour: boolean): number[] =>
  repliesWith(bad).map((reply) => {
    const shown = renderReply(reply, { ...aView('zh', { colour }), names: {} });
    const bare = colour ? shown.replaceAll(OURS, '') : shown;
    for (const line of bare.split('\n')) expect(line).not.toMatch(UNSAFE);
    return bare.split('\n').length;
  });

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', '\n', '\r', '\u2028', '\u202e', '\u2066', '\u0000', '梅', 'a'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 12,
});

test('no text of anybody steers the terminal, or adds a line to an answer', () => {
  const calm = lines('ab', false);
  fc.assert(
    fc.property(hostile, fc.boolean(), (bad, colour) => {
      // An empty name may leave a line out; none may add one.
      for (const [i, count] of lines(`a${bad}b`, colour).entries()) expect(count).toBe(calm[i]);
    }),
    { numRuns: 60 },
  );
});

test('nor in a line that tells of a change', () => {
  fc.assert(
    fc.property(hostile, (bad) => {
      const cause = { kind: 'pack' as const, id: bad, version: bad };
      for (const action of ['add', 'remove', 'suggest', 'withdraw'] as const)
        expect(
          changeLine({ action, label: bad, colour: bad, cause, replacedBy: bad, text: bad, span: [0, 2] }, aView('zh')),
        ).not.toMatch(UNSAFE);
    }),
  );
});
