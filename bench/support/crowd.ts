import { createTagTree } from '../../src/domain/tag-tree.ts';
import { DAY } from '../../src/domain/time.ts';
import { defaultLibrary } from '../../test/support/default-library.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';

/** The day on which queries are asked. */
export const NOW = Date.UTC(2026, 5, 1);

/** Customers by number, as they are stored, and queries about them: Zipf-distributed tags, six a customer on average. */
export const createCrowd = (TAGS: number) => {
  const { below } = seededRandom(42);

  /** Tag k is carried 1/k as often as the first. */
  const shares = Array.from({ length: TAGS }, (_, k) => 1 / (k + 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const cumulated: number[] = [];
  for (const share of shares) cumulated.push((cumulated.at(-1) ?? 0) + share / total);
  const zipf = (): number => {
    const wanted = below(1_000_000) / 1_000_000;
    const found = cumulated.findIndex((sum) => sum >= wanted);
    return found < 0 ? TAGS - 1 : found;
  };

  const [group] = defaultLibrary.nodes.filter(({ kind }) => kind === 'group');
  const [pattern] = defaultLibrary.nodes.filter(({ kind, assignable }) => kind === 'tag' && assignable);
  if (!group || !pattern) throw new Error('no library');
  const tagId = (k: number): string => `t${k}`;
  const tags = createTagTree({
    ...defaultLibrary,
    nodes: [
      { ...group, parent: null },
      ...Array.from({ length: TAGS }, (_, k) => ({
        ...pattern,
        id: tagId(k),
        name: tagId(k),
        en: tagId(k),
        aliases: [],
        parent: group.id,
      })),
    ],
  });

  const customer = (n: number) => {
    const ids = [...new Set(Array.from({ length: 1 + below(11) }, () => tagId(zipf())))].sort();
    const last = NOW - below(365) * DAY - below(DAY);
    const spend = below(100) < 60 ? 0 : below(5_000_000);
    return {
      ...{
        _id: `wm${n.toString(36).padStart(10, '0')}`,
        schema: 6,
        version: 1,
        libraryVersion: 1,
        findable: [`u${n}`],
        createdAt: last,
      },
      ...{ tagIds: ids, suggestedIds: [], listed: [], named: [], lastContactAt: last },
      facts: {
        ...{
          spend,
          totalSpend: spend,
          averageOrder: spend,
          orders: spend === 0 ? 0 : 1,
          interactions: below(5),
          referrals: 0,
          complaints: 0,
        },
        ...{ silentSince: last, contactAt: last, lastPurchaseAt: spend === 0 ? null : last, createdAt: last, birthYear: null },
        profile: [`owner:p${below(50)}`],
      },
      state: { tags: Object.fromEntries(ids.map((id) => [id, { since: last - below(60) * DAY }])) },
    };
  };

  const four = (): string[] => {
    const drawn = new Set<string>();
    while (drawn.size < 4) drawn.add(tagId(zipf()));
    return [...drawn];
  };
  const shapes: Record<string, () => string> = {
    'A B': () => four().slice(0, 2).join(' '),
    'A B -C': () => `${four().slice(0, 2).join(' ')} -${tagId(zipf())}`,
    '(A or B) C -D': () => {
      const [a, b, c, d] = four();
      return `(${a} or ${b}) ${c} -${d}`;
    },
    '-A -B': () =>
      four()
        .slice(0, 2)
        .map((one) => `-${one}`)
        .join(' '),
    'A silence>30d': () => `${tagId(zipf())} silence>30d`,
    'A B>10d spend>10000 owner': () => `${tagId(zipf())} ${tagId(zipf())}>10d spend>10000 owner:p${below(50)}`,
    'spend>10000': () => 'spend>10000',
    'A>10d -B': () => `${tagId(zipf())}>10d -${tagId(zipf())}`,
  };
  return { tags, customer, shapes };
};

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
