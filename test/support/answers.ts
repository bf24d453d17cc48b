import type { CauseAnswer, EvidenceAnswer, TagAnswer, TagsAnswer } from '../../src/domain/answers.ts';
import type { CauseKind } from '../../src/domain/cause.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import type { Lang } from '../../src/text/lang.ts';
import { namesOf } from '../../src/text/terminal/names-of.ts';
import type { View } from '../../src/text/terminal/view.ts';
import { defaultLibrary } from './default-library.ts';

export const tree = createTagTree(defaultLibrary);

/** 2026-03-01 09:00 in Shanghai. */
export const NOW = Date.parse('2026-03-01T09:00:00+08:00');

const staff: Record<string, string> = { wang: '王经理', li: 'Li' };

/** Somebody in Shanghai who reads the default library without colours. */
export const aView = (lang: Lang, more: Partial<View> = {}): View => ({
  ...{ lang, colour: false, zone: 'Asia/Shanghai', now: NOW },
  names: namesOf({ tree, lang, person: (id) => (Object.hasOwn(staff, id) ? staff[id] : undefined) }),
  ...more,
});

/** The ISO time that many days before now. */
export const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

export const anEvidence = (
  text: string | null,
  span: [number, number] | null,
  at = daysAgo(3),
  message = 'm1',
): EvidenceAnswer => ({
  ...{ message, text, span, at },
});

export const aCause = (kind: CauseKind, id: string, more: Partial<CauseAnswer> = {}): CauseAnswer => {
  const evidence = more.evidence ?? [];
  return {
    ...{ kind, id, version: '1', since: daysAgo(3), expiresAt: null, confidence: 1, count: evidence.length, evidence },
    ...more,
  };
};

/** A tag of the default library as `tags` answers it, carried for `causes`, the strongest first. */
export const aTag = (id: string, causes: CauseAnswer[]): TagAnswer => {
  const node = tree.node(id);
  const group = tree.groupOf(id);
  const [by = aCause('rule', 'none')] = causes;
  return {
    ...{ id, group: group && (tree.node(group)?.name ?? null), name: node?.name ?? id, colour: node?.colour ?? '' },
    ...{ since: by.since, expiresAt: by.expiresAt, confidence: by.confidence, causes },
    by: { kind: by.kind, id: by.id, version: by.version },
  };
};

/** Mei asked the price three days ago; a manager made her VIP, and her complaint-like hurry is only suggested. */
export const mei: TagsAnswer = {
  customer: { id: 'mei', name: '梅姐' },
  asOf: new Date(NOW).toISOString(),
  owner: 'Li',
  stage: { name: '报价中', since: daysAgo(2) },
  tags: [
    aTag('ask_price', [
      aCause('pack', 'ask_price', { evidence: [anEvidence('这个多少钱？', [2, 5])], expiresAt: daysAgo(-5), count: 7 }),
      aCause('person', 'li'),
    ]),
    aTag('bargain', [
      aCause('pack', 'bargain', { evidence: [anEvidence('便宜点呗', [0, 3], daysAgo(1), 'm2')], since: daysAgo(1) }),
    ]),
    aTag('quoting', [aCause('person', 'li', { since: daysAgo(2) })]),
    aTag('vip', [aCause('person', 'wang', { since: daysAgo(40) })]),
    aTag('silent', [aCause('rule', 'silence', { since: daysAgo(0.5) })]),
  ],
  suggested: [aTag('urgent', [aCause('pack', 'urgent', { evidence: [anEvidence('急用', [0, 2])] })])],
};
