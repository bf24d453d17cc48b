import { createCauseAnswers, iso, isoOrNull } from '../answers/cause-answers.ts';
import { INTENT_HIGH, sourceOf } from '../answers/lead-source.ts';
import { statesAt } from '../answers/state-at.ts';
import { stageOf } from '../answers/tags-answer.ts';
import { type Sight, sees } from '../answers/team.ts';
import type { App } from '../app.ts';
import type { EvidenceAnswer } from '../domain/answers.ts';
import type { Customer, CustomerState } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import type { DigestSection } from '../domain/told.ts';
import { digestQuotes } from './digest-quotes.ts';
import type { DigestWindow } from './digest-window.ts';
import { losingPrecision } from './losing-precision.ts';
import { type WindowChanges, windowChanges } from './window-changes.ts';

const SILENT = 'silent';
const VIP = 'vip';
const COMPLAINED = 'complained';

/** A customer at the end of the window. */
type Then = Pick<Customer, '_id'> & { state: CustomerState };
type Items<Kind> = Extract<DigestSection, { kind: Kind }>['items'];

const whose = ({ _id, state: { name, owner } }: Then) => ({
  ...{ customer: { id: _id, name }, owner: owner?.id ?? null },
  ...(owner?.name ? { ownerName: owner.name } : {}),
});

const carriedSince = ({ state }: Then, tag: string): Instant => state.tags[tag]?.since ?? 0;

/** Of those to whom a tag came in the window: who is in sight and still carries it at its end, the newest first. */
const stillCarrying = async (app: App, sight: Sight, tag: string, ids: ReadonlySet<string>, to: Instant) => {
  const found = await app.store.customers.living([...ids]);
  const customers = [...new Map([...found.values()].map((one) => [one._id, one])).values()];
  return [...(await statesAt(app, customers, to))]
    .map(([_id, state]): Then => ({ _id, state }))
    .filter(({ state }) => state.tags[tag] && sees(sight, state.owner?.id ?? null))
    .sort((a, b) => carriedSince(b, tag) - carriedSince(a, tag) || (a._id < b._id ? -1 : 1));
};

/** Several causes may rest on one message: it is quoted once, as the strongest of them has it. */
const eachMessageOnce = (evidence: readonly EvidenceAnswer[]): EvidenceAnswer[] =>
  evidence.filter((one, at) => evidence.findIndex(({ message }) => message === one.message) === at);

const complaints = async (app: App, then: readonly Then[]): Promise<Items<'complaints'>> => {
  const causesOf = ({ state }: Then) => state.tags[COMPLAINED]?.causes ?? [];
  const answers = await createCauseAnswers(app.store.events, then.flatMap(causesOf));
  return then.map((one) => ({
    ...whose(one),
    since: iso(carriedSince(one, COMPLAINED)),
    evidence: eachMessageOnce(answers(causesOf(one)).flatMap(({ evidence }) => evidence)),
  }));
};

const changes = (app: App, { counts }: WindowChanges): Items<'changes'> => {
  const tree = app.inForce.tree();
  const total = ({ added, removed }: { added: number; removed: number }) => added + removed;
  return [...counts]
    .sort(([idA, a], [idB, b]) => total(b) - total(a) || (idA < idB ? -1 : 1))
    .map(([id, count]) => ({ tag: tree.label(id), ...count }));
};

/** The sections of a digest, in their order: what somebody sees, as of the end of the window; `now` is the home's time. */
export const digestSections = async (app: App, sight: Sight, window: DigestWindow, now: Instant): Promise<DigestSection[]> => {
  const { from, to } = window;
  const tree = app.inForce.tree();
  const found = await windowChanges(app, sight, window, [INTENT_HIGH, SILENT, COMPLAINED]);
  const began = (tag: string) => stillCarrying(app, sight, tag, found.began.get(tag) ?? new Set(), to);
  // Whoever came in the window got all their tags in it.
  const leads = (await began(INTENT_HIGH)).filter(({ state }) => state.createdAt > from);
  const silent = (await began(SILENT)).filter(({ state }) => state.tags[VIP]);
  return [
    { kind: 'stale_quotes', items: await digestQuotes(app, sight, to, now) },
    {
      kind: 'leads',
      items: leads.map((one) => ({
        ...whose(one),
        ...{ createdAt: iso(one.state.createdAt), stage: stageOf(one.state, tree)?.name ?? null },
        source: sourceOf(one.state, tree),
      })),
    },
    {
      kind: 'silent_vips',
      items: silent.map((one) => ({
        ...whose(one),
        ...{ since: iso(carriedSince(one, SILENT)), lastContactAt: isoOrNull(one.state.lastContactAt) },
      })),
    },
    { kind: 'complaints', items: await complaints(app, await began(COMPLAINED)) },
    { kind: 'changes', items: changes(app, found) },
    { kind: 'losing_precision', items: await losingPrecision(app.store.ledger, to) },
  ];
};
