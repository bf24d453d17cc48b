import type { LeadsAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { seenLines } from './seen-lines.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, channelWords, customerWords, stageWords } from './words.ts';

type Row = LeadsAnswer['leads'][number];

/** Columns on screen for customer, owner, stage, source, arrival and last contact. */
const MOST = [28, 12, 12, 12, 14, 14];

const WORDS = {
  zh: {
    none: '30 天内没有新线索。',
    count: (all: number, more: string, high: number) => `${all}${more} 条新线索，${high} 条高意向`,
    head: ['客户', '负责人', '阶段', '来源', '来到', '最近联系', '意向'],
    high: '高意向',
    never: '无',
  },
  en: {
    none: 'No new lead within 30 days.',
    count: (all: number, more: string, high: number) => `${all}${more} new ${all === 1 ? 'lead' : 'leads'}, ${high} of them keen`,
    head: ['Customer', 'Owner', 'Stage', 'Source', 'Came', 'Last contact', 'Intent'],
    high: 'keen',
    never: 'none',
  },
};

/** New leads, in the order in which to call them. */
export const renderLeads = (doc: LeadsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const whose = seenLines(doc.seen, doc.leads.length === 0, view.lang);
  if (doc.leads.length === 0) return [words.none, ...whose, '', ...asOfLines(doc, view)];
  const { bold, dim } = paint(view.colour);
  const cells = (lead: Row): Cell[] => [
    { text: customerWords(lead) },
    { text: printable(lead.owner ?? '') },
    { text: stageWords(lead.stage ?? '', view) },
    { text: channelWords(lead.source ?? '', view) },
    { text: agoWords(lead.createdAt, view) },
    { text: lead.lastContactAt === null ? words.never : agoWords(lead.lastContactAt, view) },
    lead.high ? { text: words.high, paint: bold } : { text: '' },
  ];
  const head: Cell[] = words.head.map((text) => ({ text, paint: dim }));
  const high = doc.leads.filter((lead) => lead.high).length;
  return [
    bold(words.count(doc.leads.length, doc.more ? '+' : '', high)),
    ...whose,
    '',
    ...table([head, ...doc.leads.map(cells)], { indent: '  ', most: MOST }),
    '',
    ...asOfLines(doc, view),
  ];
};
