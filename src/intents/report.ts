import type { Confusion, IntentReport, IntentRow } from '../domain/intent-report.ts';
import type { Classifier } from './classifier.ts';
import type { Example } from './example.ts';
import type { IntentModel } from './model.ts';
import { accuracy, type Judged, macroF1 } from './score.ts';
import { LEAST_SUGGESTED, NEVER } from './thresholds.ts';

interface Answer extends Judged {
  text: string;
  sure: boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const isRight = ({ label, said }: Judged): boolean => label === said;

const rowsOf = ({ labels, thresholds }: IntentModel, answers: readonly Answer[]): IntentRow[] =>
  labels.map((intent, i) => {
    const own = answers.filter(({ label }) => label === intent);
    const named = answers.filter(({ said }) => said === intent);
    const sure = named.filter((one) => one.sure);
    const threshold = thresholds[i] ?? NEVER;
    return {
      intent,
      threshold: threshold > 1 ? null : threshold,
      count: own.length,
      precision: share(named.filter(isRight).length, named.length),
      recall: share(named.filter(isRight).length, own.length),
      appliedPrecision: share(sure.filter(isRight).length, sure.length),
      appliedRecall: share(sure.filter(isRight).length, own.length),
    };
  });

const confusionsOf = (answers: readonly Answer[]): Confusion[] => {
  const found = new Map<string, Confusion>();
  for (const { label, said, text, confidence } of answers) {
    if (label === said) continue;
    const key = `${label}\0${said}`;
    const before = found.get(key);
    const one = before ?? { label, said, count: 0, example: text, confidence };
    one.count += 1;
    if (confidence > one.confidence) Object.assign(one, { example: text, confidence });
    found.set(key, one);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || b.confidence - a.confidence);
};

/** What a model says of labelled messages, as far as people want to know before they trust it. */
export const reportIntents = (model: IntentModel, { classify }: Classifier, messages: readonly Example[]): IntentReport => {
  const place = new Map(model.labels.map((label, i) => [label, i]));
  const tags = (label: string): readonly string[] => model.tags[place.get(label) ?? -1] ?? [];
  const answers = messages.map(({ text, label, also }): Answer => {
    const { label: said, confidence, inScope } = classify(text);
    const sure = inScope && confidence >= (model.thresholds[place.get(said) ?? -1] ?? NEVER);
    // What an honest reader would accept too is right.
    return { text, said, label: also?.includes(said) ? said : label, confidence, sure };
  });
  const given = answers.filter(({ sure, said }) => sure && tags(said).length > 0);
  const right = given.filter(({ label, said }) => tags(said).every((tag) => tags(label).includes(tag)));
  const toGive = answers.filter(({ label }) => tags(label).length > 0);
  const offered = toGive.filter((one) => (one.sure || one.confidence >= LEAST_SUGGESTED) && isRight(one));
  return {
    messages: messages.length,
    accuracy: accuracy(answers),
    macroF1: macroF1(answers),
    tagPrecision: share(right.length, given.length),
    tagRecall: share(right.length, toGive.length),
    offered: share(offered.length, toGive.length),
    intents: rowsOf(model, answers),
    confusions: confusionsOf(answers),
  };
};
