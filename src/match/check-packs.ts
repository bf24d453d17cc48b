import type { Problem } from '../errors.ts';
import type { KeywordPack } from './keyword-pack.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { stemShare } from './stem-share.ts';
import type { Topic } from './topics.ts';

const FEWEST_PHRASES = 15;
const MOST_OF_ONE_STEM = 0.4;

function mentions(matcher: Matcher, topic: string, text: string): boolean {
  return matcher.read(text).hits.some((hit) => hit.topic === topic && !hit.negated);
}

function checkExamples(pack: KeywordPack, matcher: Matcher): Problem[] {
  const problems: Problem[] = [];
  pack.hits.forEach((text, i) => {
    if (mentions(matcher, pack.topic, text)) return;
    const message = 'Add a phrase that finds this message, or move it to misses: no un-negated mention was found in it.';
    problems.push({ file: pack.file, line: pack.lineOf(['hits', i]), field: `hits[${i}]`, message });
  });
  pack.misses.forEach((text, i) => {
    if (!mentions(matcher, pack.topic, text)) return;
    const message = 'Narrow the phrase that finds this message, or move it to hits: it counts as a mention.';
    problems.push({ file: pack.file, line: pack.lineOf(['misses', i]), field: `misses[${i}]`, message });
  });
  return problems;
}

function checkPhrases(pack: KeywordPack): Problem[] {
  const problems: Problem[] = [];
  const at = { file: pack.file, line: pack.lineOf(['phrases']), field: 'phrases' };
  if (pack.phrases.length < FEWEST_PHRASES) {
    problems.push({ ...at, message: `Write at least ${FEWEST_PHRASES} phrases; there are ${pack.phrases.length}.` });
  }
  const share = stemShare(pack.phrases);
  if (share > MOST_OF_ONE_STEM) {
    const percent = Math.round(share * 100);
    problems.push({
      ...at,
      message: `Add phrases with other words: ${percent} % of them share one stem, ${MOST_OF_ONE_STEM * 100} % is the most.`,
    });
  }
  return problems;
}

/** Runs every pack's own examples and looks at the breadth of its phrases. Gives everything that should be mended, in order of files. */
export function checkPacks(options: { packs: KeywordPack[]; topics: Topic[] }): Problem[] {
  const matcher = createMatcher(options.topics);
  return options.packs.flatMap((pack) => [...checkPhrases(pack), ...checkExamples(pack, matcher)]);
}
