import { createHash } from 'node:crypto';
import type { Problem } from '../errors.ts';
import type { KeywordPack } from './keyword-pack.ts';
import type { Topic } from './topics.ts';

/** More would make a rebuild of the automaton too slow to swap in while customers write. */
const MOST_PHRASES = 100_000;

/** Examples kept a pack, for people to read. */
const EXAMPLES = 6;

/** Packs of one topic must say the same of it, else the order of files would decide. */
function disagreements(first: KeywordPack, pack: KeywordPack): Problem[] {
  const problems: Problem[] = [];
  const complain = (field: string) =>
    problems.push({
      file: pack.file,
      line: null,
      field,
      message: `Make ${field} the same as in ${first.file}: both packs are of one topic.`,
    });
  if ([...first.tags].sort().join('\n') !== [...pack.tags].sort().join('\n')) complain('tags');
  if (first.needs.hits !== pack.needs.hits || first.needs.days !== pack.needs.days) complain('needs');
  if (first.demand !== pack.demand) complain('demand');
  return problems;
}

/** Sixty bits over a text. */
export const sixtyBits = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 15);

/** Sixty bits over what the packs of a topic say, whatever their files are called and in whatever order they were read. */
function fingerprint(packs: KeywordPack[]): string {
  const said = packs.map(({ tags, needs, demand, phrases, except, alone }) =>
    JSON.stringify([[...tags].sort(), needs.hits, needs.days, demand, phrases, except, alone]),
  );
  return sixtyBits(said.sort().join('\n'));
}

/** Gathers the packs of each topic. Gives the topics, sorted by id, and what keeps the packs from being used. */
export function gatherTopics(packs: KeywordPack[]): { topics: Topic[]; problems: Problem[] } {
  const byTopic = new Map<string, KeywordPack[]>();
  for (const pack of packs) byTopic.set(pack.topic, [...(byTopic.get(pack.topic) ?? []), pack]);
  const topics: Topic[] = [];
  const problems: Problem[] = [];
  for (const [id, group] of byTopic) {
    const [first, ...others] = group;
    if (!first) continue;
    for (const other of others) problems.push(...disagreements(first, other));
    const phrases = [...new Set(group.flatMap((pack) => pack.phrases))];
    const except = group.flatMap((pack) => pack.except);
    const alone = group.flatMap((pack) => pack.alone);
    const { tags, needs, demand } = first;
    const examples = group.flatMap((pack) => pack.hits.slice(0, EXAMPLES));
    topics.push({ id, tags, needs, demand, version: fingerprint(group), phrases, examples, except, alone });
  }
  const total = packs.reduce((sum, pack) => sum + pack.phrases.length, 0);
  if (total > MOST_PHRASES) {
    problems.push({
      file: '',
      line: null,
      field: 'phrases',
      message: `Keep at most ${MOST_PHRASES} phrases over all packs; there are ${total}.`,
    });
  }
  return { topics: topics.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}
