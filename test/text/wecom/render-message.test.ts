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

/** A text's sections: what stands after a heading, and how many it says were left out. */
const sectionsOf = (text: string) =>
  text
    .split(/\n(?=\*\*)/)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const left = Number(/^… 还有 (\d+) 项，\/digest$/.exec(lines.at(-1) ?? '')?.[1] ?? 0);
      return { heading, rows: left > 0 ? lines.slice(0, -1) : lines, left };
    });

describe('a digest in WeCom markdown', () => {
  test('fits in 2 048 bytes, in whole rows and characters; every section keeps its heading and counts what it left out', () => {
    let cuts = 0;
    fc.assert(
      fc.property(anyDigest, (doc) => {
        const message = digestMessage(doc, aView('zh'));
        const whole = sectionsOf(renderWecom(message, 'zh', Infinity));
        const text = renderWecom(message, 'zh');
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
        expect(Buffer.from(text).toString()).toBe(text);
        const shown = sectionsOf(text);
        expect(shown.map(({ heading }) => heading)).toEqual(whole.map(({ heading }) => heading));
        for (const [place, { rows, left }] of shown.entries()) {
          const all = whole[place]?.rows ?? [];
          expect(rows.length + left).toBe(doc.sections[place]?.items.length);
          expect(rows.join('\n') === all.slice(0, rows.length).join('\n')).toBe(true);
          if (left === 0) continue;
          cuts += 1;
          // There was no room for one more.
          expect(Buffer.byteLength(`${text}\n${all[rows.length]}`)).toBeGreaterThan(2048 - '… 还有 999 项，/digest'.length * 3);
        }
      }),
      { numRuns: 150, interruptAfterTimeLimit: 15_000 },
    );
    expect(cuts).toBeGreaterThan(20);
  });

  test('at the boundary: what has exactly 2 048 bytes of Chinese is whole, one byte more leaves rows out and says how many', () => {
    const rows = (count: number, last: string) => [...Array.from({ length: count }, (_, at) => `${at}客户说再想想报价`), last];
    const message = (last: string) => ({
      ...{ title: '每日简报', none: '无' },
      sections: [
        { heading: '超时的报价', rows: rows(18, '最后一份') },
        { heading: '新的投诉', rows: [] },
        { heading: '标签变化', rows: rows(40, last) },
      ],
    });
    const room = 2048 - Buffer.byteLength(renderWecom(message(''), 'zh', Infinity));
    const fitting = '款'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3);
    const whole = renderWecom(message(fitting), 'zh');
    expect(Buffer.byteLength(whole)).toBe(2048);
    expect(sectionsOf(whole).map(({ rows, left }) => [rows.length, left])).toEqual([
      [19, 0],
      [0, 0],
      [41, 0],
    ]);
    for (const longer of [`${fitting}x`, `${fitting}款`]) {
      const cut = renderWecom(message(longer), 'zh');
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2048);
      expect(sectionsOf(cut).map(({ heading, rows, left }) => [heading, rows.length, left])).toEqual([
        ['**超时的报价** 19', 19, 0],
        ['**新的投诉** 无', 0, 0],
        ['**标签变化** 41', 40, 1],
      ]);
      expect(cut).toMatch(/\n… 还有 1 项，\/digest$/);
    }
  });

  test('a last row that is shorter than the words for it is shown', () => {
    const rows = ['甲'.repeat(100), '乙'.repeat(100), '丙'.repeat(100), '丁'.repeat(100), '戊'];
    const message = { title: '简报', none: '无', sections: [{ heading: '报价', rows }] };
    const whole = renderWecom(message, 'zh', Infinity);
    expect(renderWecom(message, 'zh', Buffer.byteLength(whole))).toBe(whole);
    expect(renderWecom(message, 'zh', Buffer.byteLength(whole) - 1)).toMatch(/乙\n.*丙\n… 还有 2 项，\/digest$/);
  });

  test('a long first section leaves room for the others, which get their rows in turn', () => {
    const rows = (name: string) => Array.from({ length: 40 }, (_, at) => `${name}${at} ${'说了很多话'.repeat(6)}`);
    const message = {
      ...{ title: 'Daily digest', none: 'none' },
      sections: ['A', 'B', 'C'].map((heading) => ({ heading, rows: rows(heading) })),
    };
    const shown = renderWecom(message, 'en').split('\n');
    const counts = ['A', 'B', 'C'].map((name) => shown.filter((text) => text.startsWith(`> ${name}`)).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(Math.min(...counts)).toBeGreaterThan(3);
    expect(shown.filter((text) => /^… and \d+ more, \/digest$/.test(text))).toHaveLength(3);
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
