import type { EvidenceAnswer } from '../../domain/answers.ts';
import type { DigestAnswer, DigestSection } from '../../domain/told.ts';
import { printable } from '../printable.ts';
import { clip } from '../terminal/display-width.ts';
import { quoted } from '../terminal/quoted.ts';
import { moneyWords } from '../terminal/render-quotes.ts';
import type { View } from '../terminal/view.ts';
import {
  actorWords,
  agoWords,
  channelWords,
  customerWords,
  labelWords,
  sourceWords,
  stageWords,
  timeWords,
} from '../terminal/words.ts';
import { type Message, row } from './message.ts';

/** Columns for a customer's words, and for a name. */
const ROOM = 60;
const NAME = 28;

const WORDS = {
  zh: {
    title: (date: string, name: string) => `每日简报 ${date} · ${name}`,
    none: '无',
    headings: {
      stale_quotes: '超时的报价',
      leads: '新的高意向线索',
      silent_vips: '刚静默的 VIP',
      complaints: '新的投诉',
      changes: '标签变化',
      losing_precision: '常被推翻的规则（30 天）',
    },
    days: (days: number) => `${days} 天`,
    unowned: '无负责人',
    noRecord: '无报价记录',
    created: (time: string) => `${time} 新增`,
    contact: (time: string) => `最近联系 ${time}`,
    changes: (added: number, removed: number) => `+${added} −${removed}`,
    precision: (given: number, rejected: number) => `打标 ${given} 次，推翻 ${rejected} 次`,
  },
  en: {
    title: (date: string, name: string) => `Daily digest ${date} · ${name}`,
    none: 'none',
    headings: {
      stale_quotes: 'Stale quotes',
      leads: 'Keen new leads',
      silent_vips: 'VIPs gone silent',
      complaints: 'New complaints',
      changes: 'Tag changes',
      losing_precision: 'Often turned down (30 days)',
    },
    days: (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`,
    unowned: 'nobody’s',
    noRecord: 'no quote record',
    created: (time: string) => `came ${time}`,
    contact: (time: string) => `last contact ${time}`,
    changes: (added: number, removed: number) => `+${added} −${removed}`,
    precision: (given: number, rejected: number) => `${rejected} of ${given} tags turned down`,
  },
};

const said = (text: string | null, span: [number, number] | null, { lang }: View): string =>
  text === null || printable(text).trim() === '' ? '' : quoted({ text, span, lang, colour: false, room: ROOM });

/** The newest words that a complaint rests on. */
const complaintWords = (evidence: readonly EvidenceAnswer[], view: View): string => {
  const newest = evidence.filter(({ text }) => text !== null).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return newest ? said(newest.text, newest.span, view) : '';
};

const rowsOf = (section: DigestSection, view: View): string[] => {
  const words = WORDS[view.lang];
  const owner = (id: string | null, called?: string) =>
    id === null
      ? words.unowned
      : clip(view.names?.person?.(id) === undefined && called ? printable(called) : actorWords(id, view), NAME);
  const whose = (one: Parameters<typeof customerWords>[0]) => clip(customerWords(one), NAME);
  switch (section.kind) {
    case 'stale_quotes':
      return section.items.map((one) =>
        row([
          ...[whose(one.customer), clip(printable(one.quote ?? words.noRecord), NAME), moneyWords(one.amount, one.currency)],
          ...[words.days(one.days), owner(one.owner), said(one.lastWords, null, view)],
        ]),
      );
    case 'leads':
      return section.items.map((one) =>
        row([
          ...[
            whose(one.customer),
            clip(channelWords(one.source ?? '', view), NAME),
            clip(stageWords(one.stage ?? '', view), NAME),
          ],
          ...[owner(one.owner, one.ownerName), words.created(timeWords(one.createdAt, view))],
        ]),
      );
    case 'silent_vips':
      return section.items.map((one) =>
        row([
          ...[whose(one.customer), owner(one.owner, one.ownerName)],
          one.lastContactAt === null ? '' : words.contact(agoWords(one.lastContactAt, view)),
        ]),
      );
    case 'complaints':
      return section.items.map((one) =>
        row([whose(one.customer), owner(one.owner, one.ownerName), complaintWords(one.evidence, view)]),
      );
    case 'changes':
      return section.items.map((one) => `${clip(labelWords(one.tag, view), NAME)} ${words.changes(one.added, one.removed)}`);
    case 'losing_precision':
      return section.items.map((one) =>
        row([clip(sourceWords(one.source, view), ROOM), words.precision(one.given, one.rejected)]),
      );
  }
};

/** A digest in words. `view.now` should be the moment that the digest is of. */
export const digestMessage = (doc: DigestAnswer, view: View): Message => {
  const words = WORDS[view.lang];
  return {
    title: words.title(printable(doc.date), clip(actorWords(doc.for, view), NAME)),
    sections: doc.sections.map((section) => ({ heading: words.headings[section.kind], rows: rowsOf(section, view) })),
    none: words.none,
  };
};
