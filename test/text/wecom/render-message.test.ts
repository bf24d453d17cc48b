import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestAnswer } from '../../../src/domain/told.ts';
import { digestMessage } from '../../../src/text/messages/digest-message.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { renderWecom } from '../../../src/text/wecom/render-message.ts';
import { anEvidence, aView, daysAgo } from '../../support/answers.ts';

const at = daysAgo(4);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('<@all>', '[x](http://x)', '**粗**', `e${'\u0301'.repeat(3000)}`, '多少钱'.repeat(200)),
);
const anyCustomer = fc.record({ id: anyText, name: fc.option(anyText) });
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 25 });
const anyDigest: fc.Arbitrary<DigestAnswer> = fc
  .tuple(
    anyText,
    listOf(fc.record({ customer: anyCustomer, owner: fc.option(anyText), words: fc.option(anyText) })),
    listOf(fc.record({ customer: anyCustomer, owner: fc.option(anyText), source: fc.option(anyText) })),
    listOf(fc.record({ customer: anyCustomer, owner: fc.option(anyText), words: anyText })),
    listOf(fc.record({ tag: anyText, added: fc.nat(), removed: fc.nat() })),
  )
  .map(([name, quotes, leads, complaints, changes]) => ({
    ...{ for: name, date: '2026-03-01', asOf: daysAgo(0) },
    sections: [
      {
        kind: 'stale_quotes' as const,
        items: quotes.map(({ customer, owner, words }) => ({
          ...{ customer, quote: words, amount: 1200, currency: 'CNY', days: 4, owner, lastWords: words, at },
        })),
      },
      { kind: 'leads' as const, items: leads.map((lead) => ({ ...lead, createdAt: at, stage: lead.source })) },
      { kind: 'silent_vips' as const, items: [] },
      {
        kind: 'complaints' as const,
        items: complaints.map(({ customer, owner, words }) => ({
          ...{ customer, owner, since: at, evidence: [anEvidence(words, null, at)] },
        })),
      },
      { kind: 'changes' as const, items: changes },
    ],
  }));

const total = ({ sections }: DigestAnswer): number => sections.reduce((sum, { items }) => sum + items.length, 0);
const rowsIn = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('> ')).length;

describe('a digest in WeCom markdown', () => {
  test('fits in 2 048 bytes, in whole rows and characters, and counts what it left out', () => {
    let cuts = 0;
    fc.assert(
      fc.property(anyDigest, (doc) => {
        const view = aView('zh');
        const whole = renderWecom(digestMessage(doc, view), view.lang, Infinity).split('\n');
        const text = renderWecom(digestMessage(doc, view), view.lang);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(rowsIn(whole)).toBe(total(doc));
        const lines = text.split('\n');
        const more = /^… 还有 (\d+) 项$/.exec(lines.at(-1) ?? '');
        if (!more) {
          // All that may be missing then is that the last sections are empty.
          expect(whole.slice(0, lines.length).join('\n') === text).toBe(true);
          expect(rowsIn(whole.slice(lines.length))).toBe(0);
          return;
        }
        cuts += 1;
        const shown = lines.slice(0, -1);
        expect(shown.join('\n') === whole.slice(0, shown.length).join('\n')).toBe(true);
        // A heading with rows never stands alone at the end.
        expect(shown.at(-1)).not.toMatch(/^\*\*.*\*\* \d+$/);
        expect(Number(more[1]) + rowsIn(shown)).toBe(total(doc));
      }),
      { numRuns: 150, interruptAfterTimeLimit: 15_000 },
    );
    expect(cuts).toBeGreaterThan(20);
  });

  test('lets no words of a customer mention anybody or make a link', () => {
    fc.assert(
      fc.property(anyDigest, (doc) => {
        for (const line of renderWecom(digestMessage(doc, aView('en')), 'en')
          .split('\n')
          .slice(1)) {
          const words = line.replace(/^(?:> |\*\*[^*]*\*\*)/, '');
          expect(words).not.toMatch(/[<>[\]*`]/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const customer = { id: 'mei', name: '梅姐' };
const doc: DigestAnswer = {
  ...{ for: 'wang', date: '2026-03-01', asOf: daysAgo(0) },
  sections: [
    {
      kind: 'stale_quotes',
      items: [{ customer, quote: 'Q1', amount: 1200, currency: 'CNY', days: 4, owner: 'li', lastWords: '我再想想', at }],
    },
    { kind: 'leads', items: [] },
    { kind: 'silent_vips', items: [{ customer, owner: null, since: at, lastContactAt: daysAgo(34) }] },
    { kind: 'complaints', items: [] },
    { kind: 'changes', items: [{ tag: '客户等级:VIP客户', added: 2, removed: 1 }] },
  ],
};

test('in the terminal it reads like this', () => {
  expect(renderReply({ kind: 'digest', doc }, aView('zh')).split('\n')).toEqual([
    '每日简报 2026-03-01 · 王经理',
    '',
    '超时的报价 (1)',
    '  梅姐 (mei) · Q1 · CNY 1,200.00 · 4 天 · Li · 「我再想想」',
    '新的高意向线索：无',
    '刚静默的 VIP (1)',
    '  梅姐 (mei) · 无负责人 · 最近联系 34 天前',
    '新的投诉：无',
    '标签变化 (1)',
    expect.stringMatching(/^ {2}.*VIP客户 \+2 −1$/),
    '',
    '截至 2026-03-01 09:00',
  ]);
  expect(renderReply({ kind: 'digest', doc }, aView('en'))).toContain('Keen new leads: none\nVIPs gone silent (1)\n');
});

test('leads read like this', () => {
  const lead = {
    ...{ ...customer, owner: 'Li', stage: '已沟通', source: '官网', createdAt: at, lastContactAt: null, high: true },
    tags: ['来源:官网', '行为阶段:已沟通', '意向:高'],
  };
  const shown = renderReply({ kind: 'leads', doc: { asOf: daysAgo(0), leads: [lead] } }, aView('en'));
  expect(shown).toMatch(/^1 new lead, 1 of them keen\n/);
  expect(shown).toMatch(/梅姐 \(mei\) +Li +Contacted +Website +4 days ago +none +keen/);
  expect(renderReply({ kind: 'leads', doc: { asOf: daysAgo(0), leads: [] } }, aView('zh'))).toContain('没有新线索');
});
