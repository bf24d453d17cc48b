import type { MorningAnswer } from '../../domain/told.ts';
import { clip } from '../terminal/display-width.ts';
import type { View } from '../terminal/view.ts';
import { actorWords, channelWords, customerWords, stageWords, timeWords } from '../terminal/words.ts';
import { type Message, row } from './message.ts';
import { taskRow } from './notice-message.ts';

/** Columns for a name. */
const NAME = 28;

const WORDS = {
  zh: {
    title: (date: string, name: string) => `早上好，${name} · ${date}`,
    none: '无',
    leads: '新线索',
    tasks: '今天要做',
    keen: '高意向',
    came: (time: string) => `${time} 新增`,
  },
  en: {
    title: (date: string, name: string) => `Good morning, ${name} · ${date}`,
    none: 'none',
    leads: 'New leads',
    tasks: 'To do today',
    keen: 'keen',
    came: (time: string) => `came ${time}`,
  },
};

/** What a salesperson begins the day with. */
export const morningMessage = (doc: MorningAnswer, view: View): Message => {
  const words = WORDS[view.lang];
  const leads = doc.leads.map((lead) =>
    row([
      ...[clip(customerWords(lead), NAME), lead.high ? words.keen : '', channelWords(lead.source ?? '', view)],
      ...[stageWords(lead.stage ?? '', view), words.came(timeWords(lead.createdAt, view))],
    ]),
  );
  return {
    title: words.title(doc.date, clip(actorWords(doc.for, view), NAME)),
    sections: [
      { heading: words.leads, rows: leads },
      { heading: words.tasks, rows: doc.tasks.map((task) => taskRow(task, view)) },
    ],
    none: words.none,
  };
};
