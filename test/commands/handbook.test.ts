import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { HandbookEntry } from '../../src/domain/handbook.ts';
import { handbookPage } from '../../src/text/handbook-page.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { HUA, KAN, LI, openDesk } from '../support/open-desk.ts';

const view = (lang: 'zh' | 'en') => ({ lang, colour: false, zone: 'Asia/Shanghai', now: 0 });

test('one word asks what a tag means: when to use it, who may set it, what sets it, and how long it lasts', async () => {
  const { give, confirm, code } = await openDesk();
  const said = async (line: string, lang: 'zh' | 'en' = 'zh') => renderReply(await give(LI, line, { lang }), view(lang));
  const price = await said('帮助 询价');
  expect(price).toMatch(/^询价 {2}需求与意向$/m);
  for (const title of ['含义', '何时用', '关键词', '客户会这样说', '谁可以打', '有效期', '颜色']) expect(price).toContain(title);
  expect(price).toMatch(/多少钱/);
  expect(await said('help VIP', 'en')).toMatch(/managers, admins; only by hand/);
  expect(await said('help 静默')).toMatch(/规则 +silence：静默至少 30 天/);
  expect(await said('help 报价中')).toMatch(/规则[\s\S]*移到[\s\S]*互斥/);
  await confirm(HUA, 'library merge 砍价 询价');
  expect(await said('help 砍价')).toMatch(/^询价[\s\S]*也叫.*砍价/);
  // A command stays a command, and who mistypes one is told of commands.
  expect((await give(KAN, 'help segment')).kind).toBe('help');
  expect(await code(KAN, 'help segmnt')).toBe('unknown_verb');
  expect(await code(KAN, 'help 高')).toBe('ambiguous_tag');
  expect(await code(KAN, 'help VPI')).toBe('unknown_tag_near');
  expect(await code(KAN, 'help tags why')).toBe('help_usage');
});

test('the handbook is one page with every tag in use, and whoever may look may have it', async () => {
  const { app, give, confirm } = await openDesk();
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-handbook-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  await confirm(HUA, 'library archive 需求与意向:要资料');
  const file = join(dir, '手册.html');
  const reply = await give(KAN, `library handbook "${file}"`, { lang: 'zh' });
  const page = readFileSync(file, 'utf8');
  const live = app.inForce.library().nodes.filter(({ archived }) => !archived);
  expect(page.match(/<section /g)).toHaveLength(live.length);
  expect(reply).toMatchObject({ kind: 'handbook', doc: { tags: live.filter(({ kind }) => kind === 'tag').length } });
  for (const { name } of live) expect(page).toContain(name);
  expect(page).not.toContain('要资料');
  // It needs nothing from anywhere, and can be printed.
  expect(page).not.toMatch(/<script|src=|href="(?!#)|url\(|@import/);
  expect(page).toMatch(/@media print/);
});

test('whatever stands in a library, a page shows it and never runs it', () => {
  const anyText = fc.oneof(
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=a>', "' onload='", '&lt;', '</style><b>', '\u202etxt'),
    fc.string({ maxLength: 30, unit: 'binary' }),
  );
  const anyEntry: fc.Arbitrary<HandbookEntry> = fc.record({
    ...{
      id: anyText,
      kind: fc.constantFrom('tag' as const, 'group' as const),
      name: anyText,
      path: fc.array(anyText, { minLength: 1 }),
    },
    ...{ colour: anyText, definition: fc.option(anyText), note: fc.option(anyText), aliases: fc.array(anyText) },
    ...{ examples: fc.array(anyText), roles: fc.constant(null), machine: fc.boolean(), assignable: fc.boolean() },
    words: fc.array(
      fc.record({ topic: anyText, hits: fc.nat(), days: fc.nat(), phrases: fc.array(anyText), examples: fc.array(anyText) }),
    ),
    rules: fc.array(fc.record({ id: anyText, name: anyText, does: anyText, on: fc.boolean() })),
    ...{ onlyOneOf: fc.option(anyText), ttlDays: fc.option(fc.nat()), archived: fc.boolean() },
  });
  const OURS =
    /^<\/?(?:!doctype html|html lang="en"|html|head|meta [^<>]*|title|style|body|h1|h2|h3|i|p|nav aria-label="Contents"|nav|small|dl|dt|dd|a href="#[^"<>]*"|a|section id="[^"<>]*" style="--c:#[0-9a-fA-F]{6}"|section)>$/;
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 3 }), (entries) => {
      const page = handbookPage({ version: 1, at: '2026-03-01T00:00:00.000Z', entries }, 'en');
      const foreign = (page.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>?/g) ?? []).filter((tag) => !OURS.test(tag));
      expect(foreign).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
