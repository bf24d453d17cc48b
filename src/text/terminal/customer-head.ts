import type { TagsAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { agoWords, customerWords, stageWords } from './words.ts';

const WORDS = {
  zh: { owner: '负责人', nobody: '无', stage: '阶段', since: (ago: string) => `（${ago}）` },
  en: { owner: 'owner', nobody: 'nobody', stage: 'stage', since: (ago: string) => ` (${ago})` },
};

/** Who this is, whose customer, and how far along. */
export const customerHead = (doc: TagsAnswer, view: View): string => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const owner = `${dim(words.owner)} ${printable(doc.owner ?? words.nobody)}`;
  const stage = doc.stage
    ? [`${dim(words.stage)} ${stageWords(doc.stage.name, view)}${words.since(agoWords(doc.stage.since, view))}`]
    : [];
  return [bold(customerWords(doc.customer)), owner, ...stage].join('  ');
};
