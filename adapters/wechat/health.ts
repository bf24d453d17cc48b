import type { Health } from '../../src/adapter.ts';

/** How long health speaks of a gap or of lost messages, ms. */
const REMEMBERED = 3_600_000;

/** How WeChat does: its connection, then what could not be kept, then what may be missing. Told when it is news. */
export const createHealth = ({
  connection,
  counts,
  now,
  news,
}: {
  connection: () => Health;
  counts: () => { waiting: number; lost: number };
  now: () => number;
  news: (health: Health) => void;
}) => {
  let gap: { from: number; to: number } | null = null;
  let lost = { count: 0, at: Number.NEGATIVE_INFINITY };
  let told = '';

  const health = (): Health => {
    const base = connection();
    if (base.state !== 'ready') return base;
    const { waiting } = counts();
    if (waiting > 0) return { state: 'degraded', detail: `waiting ${waiting}` };
    if (now() - lost.at < REMEMBERED) return { state: 'degraded', detail: `lost ${lost.count}` };
    if (gap && now() - gap.to < REMEMBERED) return { state: 'degraded', detail: `gap ${gap.from} ${gap.to}` };
    return base;
  };

  return {
    health,
    gap: (from: number, to: number): void => {
      gap = { from, to };
    },
    /** Looks again; numbers that only grow are no news. */
    changed: (): void => {
      const count = counts().lost;
      if (count > lost.count) lost = { count, at: now() };
      const current = health();
      const word = `${current.state} ${current.detail?.split(' ')[0]} ${current.login}`;
      if (word === told) return;
      told = word;
      news(current);
    },
  };
};
