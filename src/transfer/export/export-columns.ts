import { ownerName } from '../../answers/owner-name.ts';
import type { App } from '../../app.ts';
import { CONTACT_FIELDS, isMaskOf } from '../../domain/contact-key.ts';
import { fromMinor } from '../../domain/money.ts';
import { profileFields } from '../../domain/profile.ts';
import type { Instant } from '../../domain/time.ts';
import type { Outline } from '../../store/matching.ts';
import { valueWords } from '../../text/terminal/field-words.ts';

/** How an export looks to whoever asked for it. */
export interface ExportView {
  app: App;
  lang: 'zh' | 'en';
  zone: string;
  /** Whole phone numbers and addresses by their keys, of the customers who are written now; null: nobody may see them. */
  contacts: ReadonlyMap<string, string> | null;
}

/** One column: its headings, which an import understands, and a customer's cell. */
export interface ExportColumn {
  id: string;
  zh: string;
  en: string;
  cell: (customer: Outline, view: ExportView) => string;
}

/** 2026-03-01 09:00:12 in a zone; empty for never. */
const time = (at: Instant | null, zone: string): string =>
  at === null ? '' : new Date(at).toLocaleString('sv-SE', { timeZone: zone });

/** What an import takes apart again at these signs. */
const PARTING = /[、,;|，；｜\n]/;

const tags = ({ tagIds }: Outline, { app, lang }: ExportView, within: string | null): string => {
  const tree = app.inForce.tree();
  const carried = [...tagIds]
    .sort((a, b) => tree.place(a) - tree.place(b))
    .filter((id) => within === null || tree.isWithin(id, within));
  const label = (id: string) => {
    const name =
      within === null ? tree.label(id, lang) : ((lang === 'en' ? tree.node(id)?.en : undefined) ?? tree.node(id)?.name ?? id);
    return PARTING.test(name) ? id : name;
  };
  return carried.map(label).join('、');
};

/** A phone number or an address: masked, but where they were asked for whole and the one that is kept is still the customer's. */
const contactCell =
  (field: string) =>
  ({ state }: Outline, { lang, contacts }: ExportView): string => {
    const masked = valueWords(state.fields[field], lang);
    const whole = contacts?.get(state.contacts[field] ?? '');
    return whole !== undefined && isMaskOf(masked, whole) ? whole : masked;
  };

const fields = profileFields
  .filter(({ id }) => id !== 'name')
  .map(
    ({ id, zh, en }): ExportColumn => ({
      ...{ id, zh, en },
      cell: CONTACT_FIELDS.includes(id) ? contactCell(id) : ({ state }, { lang }) => valueWords(state.fields[id], lang),
    }),
  );

/** Every column of an export, in the order in which they stand there. */
export const exportColumns: readonly ExportColumn[] = [
  { id: 'id', zh: '客户编号', en: 'Customer ID', cell: ({ _id }) => _id },
  { id: 'name', zh: '姓名', en: 'Name', cell: ({ state }) => state.name ?? '' },
  { id: 'owner', zh: '负责人', en: 'Owner', cell: ({ state }, { app }) => ownerName(app, state) ?? '' },
  { id: 'stage', zh: '阶段', en: 'Stage', cell: (customer, view) => tags(customer, view, 'stage') },
  { id: 'tags', zh: '标签', en: 'Tags', cell: (customer, view) => tags(customer, view, null) },
  {
    id: 'lastContactAt',
    zh: '最后联系',
    en: 'Last contact',
    cell: ({ state }, { zone }) => time(state.lastContactAt ?? state.importedContactAt, zone),
  },
  { id: 'firstContactAt', zh: '首次联系', en: 'First contact', cell: ({ state }, { zone }) => time(state.firstContactAt, zone) },
  ...fields,
  { id: 'orders', zh: '订单数', en: 'Orders', cell: ({ facts }) => String(facts.orders) },
  {
    ...{ id: 'spend', zh: '年消费', en: 'Spent in a year' },
    cell: ({ facts }, { app }) => String(fromMinor(facts.spend, app.inForce.rules().currencies.home)),
  },
  {
    ...{ id: 'totalSpend', zh: '累计消费', en: 'Spent ever' },
    cell: ({ facts }, { app }) => String(fromMinor(facts.totalSpend, app.inForce.rules().currencies.home)),
  },
];

/** What somebody gets who names no columns. */
export const DEFAULT_COLUMNS = [
  'id',
  'name',
  'owner',
  'stage',
  'tags',
  'lastContactAt',
  'phone',
  'email',
  'company',
  'region',
  'industry',
];
