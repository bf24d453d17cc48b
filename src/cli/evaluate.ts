import { setImmediate } from 'node:timers/promises';
import { readArgs } from '../commands/read-args.ts';
import { UsageError, UserError } from '../errors.ts';
import { type Classifier, createClassifier } from '../intents/classifier.ts';
import { findConflicts, findStrangers } from '../intents/doubts.ts';
import { evaluateIntents } from '../intents/evaluate-intents.ts';
import type { Example } from '../intents/example.ts';
import type { IntentModel } from '../intents/model.ts';
import { MOST_LABELS } from '../intents/plan.ts';
import { trainInSteps } from '../intents/train.ts';
import { evaluateText } from '../text/evaluate.ts';
import { problemsIn } from '../text/problem-words.ts';
import { problemLine } from '../text/terminal/render-error.ts';
import { writeJson } from './output.ts';
import { readExamples } from './read-examples.ts';
import type { Call, Verb } from './verb.ts';

/** Doubtful lines told one by one; the rest are only counted. */
const MOST_TOLD = 20;
/** Speed is measured over this much processor time at least, the first messages left out: they are slow while the program warms up. */
const LEAST_MICROS = 300_000;

const microsOfProcessor = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Messages classified in a second of processor time. */
const measureSpeed = ({ classify }: Classifier, examples: readonly Example[]): number => {
  for (let i = 0; i < 2_000; i++) classify(examples[i % examples.length]?.text ?? '');
  const began = microsOfProcessor();
  let [count, micros] = [0, 0];
  while (micros < LEAST_MICROS) {
    for (let i = 0; i < 500; i++) classify(examples[count++ % examples.length]?.text ?? '');
    micros = microsOfProcessor() - began;
  }
  return (count / micros) * 1e6;
};

/** Ctrl-C is heard between two steps. */
const trainUntilStopped = async (examples: readonly Example[], signal: AbortSignal): Promise<IntentModel> => {
  const steps = trainInSteps(examples);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
    signal.throwIfAborted();
  }
};

const filesOf = ({ args }: Call) => {
  const { words, options } = readArgs(args, ['train', 'test', 'oos']);
  const [train, test, oos] = ['train', 'test', 'oos'].map((name) => options.get(name));
  if (words.length > 0 || !train || !test || oos === '') throw new UsageError('evaluate_usage');
  return { train, test, oos };
};

const readSets = async (call: Call) => {
  const files = filesOf(call);
  const { cwd } = call.process;
  const train = await readExamples({ cwd, file: files.train });
  const test = await readExamples({ cwd, file: files.test });
  const outside = files.oos === undefined ? [] : await readExamples({ cwd, file: files.oos, labels: false });
  const labels = new Set(train.map(({ label }) => label));
  if (labels.size < 2) throw new UserError('one_label_only', { file: files.train });
  if (labels.size > MOST_LABELS)
    throw new UserError('too_many_labels', { file: files.train, count: labels.size, most: MOST_LABELS });
  if (!test.some(({ label }) => labels.has(label)))
    throw new UserError('no_label_in_common', { train: files.train, test: files.test });
  const doubts = [...findConflicts(train, files.train), ...findStrangers(test, labels, files.test)];
  return { train, test, outside, labels: labels.size, doubts };
};

export const evaluate: Verb = {
  name: 'evaluate',
  usage: { zh: 'evaluate --train 文件 --test 文件 [--oos 文件]', en: 'evaluate --train FILE --test FILE [--oos FILE]' },
  summary: {
    zh: '用一份带标签的数据训练意图分类器，并在另一份上打分',
    en: 'trains the intent classifier on a labelled set and scores it on another',
  },
  run: async (call) => {
    const { lang, json } = call.global;
    const { train, test, outside, labels, doubts } = await readSets(call);
    const say = (line: string) => call.process.stderr.write(`${line}\n`);
    for (const doubt of problemsIn(doubts.slice(0, MOST_TOLD), lang)) say(problemLine(doubt));
    if (doubts.length > MOST_TOLD) say(evaluateText.more[lang](doubts.length - MOST_TOLD));
    say(evaluateText.training[lang](train.length, labels));
    const began = performance.now();
    const classifier = createClassifier(await trainUntilStopped(train, call.process.signal));
    const trainSeconds = (performance.now() - began) / 1000;
    const { inScope, ...scored } = evaluateIntents(classifier, { test, outside });
    const round = (share: number) => Number(share.toFixed(5));
    const result = {
      ...Object.fromEntries(Object.entries(scored).map(([name, share]) => [name, round(share)])),
      inScope: round(inScope),
      trainSeconds: Number(trainSeconds.toFixed(3)),
      perCpuSecond: Math.round(measureSpeed(classifier, test)),
      classes: labels,
      train: train.length,
      test: test.length,
      ...(outside.length > 0 ? { oos: outside.length } : {}),
    };
    if (json) writeJson(call, result);
    else call.process.stdout.write(evaluateText.result[lang](result));
    return 0;
  },
};
