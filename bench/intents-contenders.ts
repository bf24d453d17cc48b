import { LangEn } from '@nlpjs/lang-en';
import { LangZh } from '@nlpjs/lang-zh';
import { Nlp } from '@nlpjs/nlp';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { createClassifier } from '../src/intents/classifier.ts';
import type { Example } from '../src/intents/example.ts';
import { encodeModel } from '../src/intents/model-file.ts';
import { partFolds } from '../src/intents/part-folds.ts';
import { seeded, shuffle } from '../src/intents/seeded.ts';
import { trainIntents } from '../src/intents/train.ts';

export type Lang = 'zh' | 'en';

/** What a contender says of a message; `scope` is by what it would reject strangers. */
export interface Answer {
  label: string;
  confidence: number;
  scope: number;
}

export interface Trained {
  answer: (text: string) => Answer | Promise<Answer>;
  megabytes: number;
}

export interface Contender {
  name: string;
  train: (examples: readonly Example[], lang: Lang) => Promise<Trained>;
}

const ours: Contender = {
  name: 'ours',
  train: async (examples) => {
    const model = trainIntents(examples);
    return { answer: createClassifier(model).classify, megabytes: encodeModel(model).length / 1e6 };
  },
};

type Cut = (text: string) => string | string[];

/** natural reads no Chinese: it gets the words that nodejieba finds. */
const cutFor = async (lang: Lang): Promise<Cut> => {
  if (lang === 'en') return (text) => text;
  const { default: jieba } = await import('nodejieba');
  return (text) => jieba.cut(text.toLowerCase()).filter((word: string) => word.trim() !== '');
};

const trainBayes = (examples: readonly Example[], smoothing: number, keepStops: boolean, cut: Cut): BayesClassifier => {
  const bayes = new BayesClassifier(undefined, smoothing);
  if (keepStops) bayes.setOptions({ keepStops });
  for (const { text, label } of examples) bayes.addDocument(cut(text), label);
  bayes.train();
  return bayes;
};

const bayesAnswer = (bayes: BayesClassifier, text: string | string[]): Answer => {
  const all = bayes.getClassifications(text);
  const sum = all.reduce((total, { value }) => total + value, 0);
  const confidence = sum > 0 ? (all[0]?.value ?? 0) / sum : 1 / all.length;
  return { label: all[0]?.label ?? '', confidence, scope: confidence };
};

/** The smoothing is chosen on a fifth of the training data; with its own it is far worse on unbalanced data. */
const tuned: Contender = {
  name: 'natural Bayes, tuned',
  train: async (examples, lang) => {
    const cut = await cutFor(lang);
    const parts = partFolds(examples, 5, 1);
    const learnt = examples.filter((_, i) => parts[i] !== 0);
    const held = examples.filter((_, i) => parts[i] === 0).slice(0, 500);
    let best = { right: -1, smoothing: 1, keepStops: false };
    for (const smoothing of [0.01, 0.05, 0.1, 0.3, 1])
      for (const keepStops of lang === 'en' ? [false, true] : [false]) {
        const bayes = trainBayes(learnt, smoothing, keepStops, cut);
        const right = held.filter(({ text, label }) => bayesAnswer(bayes, cut(text)).label === label).length;
        if (right > best.right) best = { right, smoothing, keepStops };
      }
    const bayes = trainBayes(examples, best.smoothing, best.keepStops, cut);
    return { answer: (text) => bayesAnswer(bayes, cut(text)), megabytes: JSON.stringify(bayes).length / 1e6 };
  },
};

/** nlp.js learns in the order it is given, so it is given a shuffled one: file order costs it up to thirty points. */
const nlpjs: Contender = {
  name: 'nlp.js, shuffled',
  train: async (examples, lang) => {
    const nlp = new Nlp({
      languages: [lang],
      forceNER: false,
      autoSave: false,
      autoLoad: false,
      nlu: { log: false },
      modelFileName: '',
    });
    nlp.container.use(lang === 'zh' ? LangZh : LangEn);
    nlp.addLanguage(lang);
    const order = Int32Array.from({ length: examples.length }, (_, i) => i);
    shuffle(order, seeded(12345));
    for (const i of order) nlp.addDocument(lang, examples[i]!.text, examples[i]!.label);
    await nlp.train();
    return {
      answer: async (text) => {
        const { classifications } = await nlp.process(lang, text);
        const best = classifications.find(({ intent }) => intent !== 'None');
        return { label: best?.intent ?? '', confidence: best?.score ?? 0, scope: best?.score ?? 0 };
      },
      megabytes: nlp.export().length / 1e6,
    };
  },
};

export const contenders: readonly Contender[] = [ours, tuned, nlpjs];
