import type { Unsent } from './said.ts';

const PREFIX = 'tagwise-unsent';

/**
 * Words that were not taken yet, in the page's own storage, so that they outlive it. Each has a key of its own: two tabs do not write
 * over each other's. Where the browser stores nothing they live as long as the page.
 */
export const createUnsentStore = (name: string) => {
  const keyOf = (id: string): string => `${PREFIX}/${name}/${id}`;
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (key: string): Unsent[] => {
    const { id, text, at } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Unsent>;
    return typeof id === 'string' && typeof text === 'string' && typeof at === 'number'
      ? [{ id, text, at, tried: false, reason: null }]
      : [];
  };

  return {
    all: (): Unsent[] =>
      quietly(() => {
        const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}/${name}/`));
        return keys.flatMap((key) => quietly(() => read(key), [])).sort((a, b) => a.at - b.at);
      }, []),
    put: (one: Unsent): void => quietly(() => localStorage.setItem(keyOf(one.id), JSON.stringify(one)), undefined),
    drop: (id: string): void => quietly(() => localStorage.removeItem(keyOf(id)), undefined),
  };
};
