import { readArgs } from '../commands/read-args.ts';
import { readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { ProblemsError, UsageError } from '../errors.ts';
import { createClassifier } from '../intents/classifier.ts';
import type { Example } from '../intents/example.ts';
import { reportIntents } from '../intents/report.ts';
import { renderIntentReport } from '../text/terminal/render-intent-report.ts';
import { configOf, homeDir } from './config-of.ts';
import { libraryAtHand } from './library-at-hand.ts';
import { intentParts, openIntentModel } from './open-intents.ts';
import { writeJson, writeProblems } from './output.ts';
import { readExamples } from './read-examples.ts';
import { rememberedLessons } from './remembered-lessons.ts';
import type { Call, Verb } from './verb.ts';

const partsOf = async (call: Call) => {
  const tree = createTagTree(await libraryAtHand(call, 'intents'));
  const home = homeDir(call.process);
  const { lessons } = await rememberedLessons(home);
  return { ...intentParts(call, home, await configOf(call), tree, lessons), lessons, tagId: tagIdIn(tree) };
};

/** Looks at the files without learning anything. */
const check = async (call: Call): Promise<0 | 1> => {
  const { dirs, tagId } = await partsOf(call);
  try {
    understandIntents(await readIntentTexts(dirs), tagId);
    writeProblems(call, []);
    return 0;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    writeProblems(call, error.problems);
    return 1;
  }
};

/** The messages of the files named, else those by which thresholds were chosen. */
const messagesOf = async (call: Call, files: readonly string[], heldOut: () => Promise<Example[]>): Promise<Example[]> => {
  if (files.length === 0) return heldOut();
  return (await Promise.all(files.map((file) => readExamples({ cwd: call.process.cwd, file })))).flat();
};

const report = async (call: Call, files: readonly string[]): Promise<0 | 1> => {
  const parts = await partsOf(call);
  const model = await openIntentModel(parts);
  const heldOut = async () => understandIntents(await readIntentTexts(parts.dirs, parts.lessons), parts.tagId).held;
  const doc = reportIntents(model, createClassifier(model), await messagesOf(call, files, heldOut));
  if (call.global.json) writeJson(call, doc);
  else call.process.stdout.write(`${renderIntentReport(doc, call.global.lang)}\n`);
  return 0;
};

export const intents: Verb = {
  name: 'intents',
  usage: { zh: 'intents check|report [文件…]', en: 'intents check|report [FILE…]' },
  summary: {
    zh: '检查意图的例句；报告每个意图的阈值、准确率、召回率和混淆',
    en: 'checks the examples of intents; reports thresholds, precision, recall and confusions',
  },
  run: async (call) => {
    const [what, ...files] = readArgs(call.args).words;
    if (what === 'check' && files.length === 0) return check(call);
    if (what === 'report') return report(call, files);
    throw new UsageError('intents_usage');
  },
};
