import { createInterface } from 'node:readline';
import { readArgs } from '../commands/read-args.ts';
import { loadPacks } from '../config/load-packs.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { UsageError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { addKeywords } from '../match/add-keywords.ts';
import { answer } from '../match/answer.ts';
import { createMatcher } from '../match/matcher.ts';
import { withIntents } from '../match/understand.ts';
import { verdict } from '../match/verdict.ts';
import { productTopics } from '../product-topics.ts';
import { matchLines, matchText } from '../text/match.ts';
import { printable } from '../text/printable.ts';
import { configOf, homeDir } from './config-of.ts';
import { intentParts, openIntents } from './open-intents.ts';
import { shippedLibrary } from './open-library.ts';
import { writeJson } from './output.ts';
import { rememberedLessons } from './remembered-lessons.ts';
import { rememberedLibrary } from './remembered-library.ts';
import { tolerantTagId } from './tolerant-tag-id.ts';
import type { Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

/** A line is plain text, or JSON with the text and the turn before it. */
const readInput = (given: string): { text: string; previous: string | null } => {
  // A byte order mark before JSON is the file's, not the text's.
  const line = given.replace(/^\uFEFF(?=\s*\{)/, '');
  if (!line.trimStart().startsWith('{')) return { text: line, previous: null };
  try {
    const value = JSON.parse(line) as { text?: unknown; previous?: unknown };
    if (typeof value.text !== 'string') return { text: line, previous: null };
    return { text: value.text, previous: typeof value.previous === 'string' ? value.previous : null };
  } catch {
    return { text: line, previous: null };
  }
};

export const match: Verb = {
  name: 'match',
  usage: { zh: 'match < 文件', en: 'match < FILE' },
  summary: {
    zh: '一行一句，看匹配器怎么读；没有数据库也行',
    en: 'what the matcher alone says of each line of stdin; needs no database',
  },
  run: async (call) => {
    if (readArgs(call.args).words.length > 0) throw new UsageError('match_usage');
    const { process, global } = call;
    // What this home last knew of tags and products: words are read without a database.
    const library = (await rememberedLibrary(homeDir(process))) ?? (await shippedLibrary(process.root));
    const tree = createTagTree(library);
    const { tagId, unknown } = tolerantTagId(tree);
    const config = await configOf(call);
    const { topics } = await loadPacks({ dirs: workingDirs(process.root, process.cwd, config).packs, tagId });
    if (unknown.size > 0) process.stderr.write(`${matchText.unknownTags[global.lang]([...unknown].map(printable))}\n`);
    if (process.stdin.isTTY) process.stderr.write(`${matchText.waits[global.lang]}\n`);
    const { lessons, keywords } = await rememberedLessons(homeDir(process));
    const words = createMatcher([...addKeywords(topics, keywords), ...productTopics(library.products ?? [])]);
    const parts = intentParts(call, homeDir(process), config, tree, lessons);
    const matcher = withIntents(words, await openIntents({ ...parts, tagId }));
    const label = (tag: string) => tree.label(tag);
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      const { text, previous } = readInput(line);
      const reading = answer(matcher.read(text), previous === null ? null : words.read(previous));
      const said = verdict({ reading, topics: matcher.topics });
      if (!global.json) {
        process.stdout.write(
          `${matchLines({ text: redact(text), stance: reading.stance, ...said }, (tag) => tree.label(tag, global.lang), global.lang)}\n`,
        );
        continue;
      }
      writeJson(call, {
        topics: reading.hits.map(({ topic, phrase, span, negated }) => ({
          topic,
          tag: label(matcher.topics.get(topic)?.tags[0] ?? topic),
          phrase,
          span,
          negated,
        })),
        intents: reading.intents.map(({ intent, tags, confidence }) => ({
          intent,
          tag: tags[0] === undefined ? null : label(tags[0]),
          confidence,
        })),
        stance: reading.stance,
        urgent: reading.urgent,
        apply: said.apply.map(label),
        pending: said.pending.map(label),
        suggest: said.suggest.map(label),
        block: said.block.map(label),
      });
    }
    return 0;
  },
};
