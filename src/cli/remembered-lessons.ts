import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Learnt } from '../domain/lesson.ts';
import type { Store } from '../store/store.ts';

const fileIn = (home: string): string => join(home, 'learnt.json');

const NOTHING: Learnt = { stamp: 0, lessons: [], keywords: [] };

/** What this home last knew of what was learnt, for what reads words without a database. */
export const rememberedLessons = async (home: string): Promise<Learnt> => {
  try {
    return { ...NOTHING, ...(JSON.parse(await readFile(fileIn(home), 'utf8')) as Partial<Learnt>) };
  } catch {
    // Not there, or torn: it is only a copy.
    return NOTHING;
  }
};

/** Leaves a copy of what was learnt beside the home's data. */
export const rememberLessons = async (home: string, { learnings }: Pick<Store, 'learnings'>): Promise<void> => {
  if ((await learnings.stamp()) === (await rememberedLessons(home)).stamp) return;
  const learnt = await learnings.learnt();
  await mkdir(home, { recursive: true });
  const fresh = `${fileIn(home)}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(learnt), { mode: 0o600 });
  await rename(fresh, fileIn(home));
};
