import { ProblemsError } from '../errors.ts';
import { gatherTopics } from '../match/gather-topics.ts';
import type { KeywordPack } from '../match/keyword-pack.ts';
import { parsePack } from '../match/parse-pack.ts';
import type { Topic } from '../match/topics.ts';
import { readFolders } from './read-folders.ts';

/**
 * Reads all packs of the folders, not of folders inside them. All or nothing: whatever is wrong with any file throws, so the caller keeps
 * the set it has. `tagId` resolves what a pack calls a tag to the id of a tag in the library.
 * @throws ProblemsError `packs_broken`, with every problem of every file.
 */
export async function loadPacks(options: {
  dirs: string[];
  tagId: (name: string) => string | undefined;
}): Promise<{ packs: KeywordPack[]; topics: Topic[] }> {
  const { files, problems } = await readFolders(options.dirs);
  const packs: KeywordPack[] = [];
  for (const { file, text } of files) {
    const pack = parsePack({ file, text, tagId: options.tagId });
    if (Array.isArray(pack)) problems.push(...pack);
    else packs.push(pack);
  }
  const gathered = gatherTopics(packs);
  problems.push(...gathered.problems);
  if (problems.length > 0) throw new ProblemsError('packs_broken', problems);
  return { packs, topics: gathered.topics };
}
