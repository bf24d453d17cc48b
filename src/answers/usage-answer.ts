import type { App } from '../app.ts';
import type { Actor } from '../domain/person.ts';
import { DAY } from '../domain/time.ts';
import type { Giver, TagUsageAnswer, UsageAnswer } from '../domain/usage.ts';
import { typedName } from '../segments/typed-name.ts';
import type { Given } from '../store/usage.ts';
import { causeName, personWords } from '../text/cause-words.ts';
import { iso, isoOrNull } from './cause-answers.ts';
import { type Sight, sightOf } from './team.ts';

type Lang = 'zh' | 'en';

const DAYS = 30;
const OTHERS = { zh: '其他同事', en: 'other colleagues' };

interface Tally {
  given: number;
  before: number;
  last: number | null;
}

/** @param steps as many steps as are now; what lies behind them came before. */
const tallyOf = (rows: readonly Given[], steps: number): Tally => {
  const tally: Tally = { given: 0, before: 0, last: null };
  for (const { step, count, last } of rows) {
    tally[step < steps ? 'given' : 'before'] += count;
    tally.last = Math.max(tally.last ?? 0, last);
  }
  return tally;
};

/** How often each tag in use was given in the last 30 days and in the 30 before, and when last. */
export const usageAnswer = async ({ store, inForce, clock }: App): Promise<UsageAnswer> => {
  const tree = inForce.tree();
  const to = clock.asOf();
  const tags = tree.order.filter((id) => tree.node(id)?.assignable && !tree.node(id)?.archived);
  const byTag = new Map<string, Given[]>();
  for (const row of await store.usage.given(tags, 'add', { to, length: DAYS * DAY, steps: 2 }))
    byTag.set(row.tag, [...(byTag.get(row.tag) ?? []), row]);
  const older = await store.usage.lastGiven(
    tags.filter((id) => !byTag.has(id)),
    to,
  );
  const rows = tags.map((id) => {
    const { given, before, last } = tallyOf(byTag.get(id) ?? [], 1);
    return { id, tag: tree.label(id), given, before, lastAt: isoOrNull(last ?? older.get(id)) };
  });
  return { asOf: iso(to), days: DAYS, tags: rows };
};

/** Who is out of sight is one of the others. */
const seenGiver = ({ kind, id }: Given['by'], { owners }: Sight): string | null =>
  kind !== 'person' || owners === null || owners.has(id) ? id : null;

const giversIn = ({ inForce }: App, rows: readonly Given[], sight: Sight, lang: Lang): Giver[] => {
  const tree = inForce.tree();
  const naming = { lang, tag: (id: string) => ({ name: tree.label(id, lang) }) };
  const person = (id: string) => inForce.people().byId(id)?.name;
  const nameOf = (kind: Giver['kind'], id: string | null) => {
    if (id === null) return OTHERS[lang];
    return kind === 'person' ? personWords(id, lang, person) : causeName(kind, id, naming);
  };
  const givers = new Map<string, Giver>();
  for (const { by, step, count } of rows) {
    if (step >= DAYS) continue;
    const id = seenGiver(by, sight);
    const key = JSON.stringify([by.kind, id]);
    const known = givers.get(key) ?? { kind: by.kind, id, name: nameOf(by.kind, id), given: 0 };
    givers.set(key, { ...known, given: known.given + count });
  }
  return [...givers.values()].sort((a, b) => b.given - a.given || (a.name < b.name ? -1 : 1));
};

/** How one tag or, of a group, all that lie below it are used: by day and by whom. Colleagues out of the reader's sight have no name. */
export const tagUsageAnswer = async (app: App, actor: Actor, id: string, lang: Lang): Promise<TagUsageAnswer> => {
  const { store, inForce, clock } = app;
  const tree = inForce.tree();
  const to = clock.asOf();
  const tags = tree.descendants(id);
  const [rows, customers] = await Promise.all([
    store.usage.given(tags, 'add', { to, length: DAY, steps: 2 * DAYS }),
    store.customers.count({ tagIds: { $in: tags } }),
  ]);
  const { given, before, last } = tallyOf(rows, DAYS);
  const older = last === null ? Math.max(0, ...(await store.usage.lastGiven(tags, to)).values()) : last;
  const daily = Array.from({ length: DAYS }, () => 0);
  for (const { step, count } of rows) if (step < DAYS) daily[DAYS - 1 - step] = (daily[DAYS - 1 - step] ?? 0) + count;
  return {
    ...{ asOf: iso(to), days: DAYS, id, tag: tree.label(id), query: typedName(id, tree, lang), customers },
    ...{ given, before, lastAt: older === 0 ? null : iso(older), daily },
    by: giversIn(app, rows, sightOf(actor, inForce.people()), lang),
  };
};
