import { iso, isoOrNull } from '../answers/cause-answers.ts';
import { ownerName } from '../answers/owner-name.ts';
import { stageOf } from '../answers/tags-answer.ts';
import type { App } from '../app.ts';
import type { SegmentAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import { UsageError } from '../errors.ts';
import type { Place } from '../segments/bitmaps/newest.ts';
import { understood } from '../segments/understood.ts';
import { type Asked, askSegment } from './ask-segment.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';
import { readLimit } from './read-limit.ts';
import { dropSegment, savedSegments, saveSegment } from './saved-segments.ts';
import { bareName } from './split-words.ts';

const PAGE = 20;
const MOST = 1000;
/** The database alone counts about 5 000 customers in the time that a page may take. */
const COUNTED = 10_000;

const toToken = ({ lastContactAt, _id }: Customer): string =>
  Buffer.from(JSON.stringify([lastContactAt, _id])).toString('base64url');

const fromToken = (token: string | undefined): Place | null => {
  if (token === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [unknown, unknown];
    if ((at === null || typeof at === 'number') && typeof id === 'string') return { at, id };
  } catch {
    // Falls through: whatever is wrong with it, it is no token of ours.
  }
  throw new UsageError('bad_token');
};

const row =
  (app: App) =>
  ({ _id, state, lastContactAt }: Customer): SegmentAnswer['customers'][number] => {
    const tree = app.inForce.tree();
    return {
      id: _id,
      name: state.name,
      owner: ownerName(app, state),
      stage: stageOf(state, tree)?.name ?? null,
      lastContactAt: isoOrNull(lastContactAt),
      tags: tree.order.filter((id) => state.tags[id]).map((id) => tree.label(id)),
    };
  };

interface Wanted {
  limit: number;
  after: Place | null;
  /** The count in full, whatever it costs. */
  exact: boolean;
}

/** Of memory where a running bot holds the segments, else of the database, which counts so slowly that it counts only so far. */
const found = async ({ store, findSegment }: App, { bound, filter, moment }: Asked, { limit, after, exact }: Wanted) => {
  const held = findSegment(bound, moment, { after, limit });
  if (held) {
    const customers = new Map((await store.customers.load(held.ids)).map((one) => [one._id, one]));
    return { count: held.count, exact: true, page: held.ids.flatMap((id) => customers.get(id) ?? []) };
  }
  const [count, page] = await Promise.all([
    store.customers.count(filter, exact ? undefined : COUNTED + 1),
    store.customers.page(filter, after, limit),
  ]);
  return { count: exact ? count : Math.min(count, COUNTED), exact: exact || count <= COUNTED, page };
};

const answer = async ({ app, lang }: Context, asked: Asked, wanted: Wanted): Promise<SegmentAnswer> => {
  const [{ count, exact, page }, behind] = await Promise.all([
    found(app, asked, { ...wanted, limit: wanted.limit + 1 }),
    app.behind(),
  ]);
  const shown = page.slice(0, wanted.limit);
  const last = shown.at(-1);
  return {
    query: asked.query,
    understood: understood({ bound: asked.bound, tags: app.inForce.tree(), lang }),
    asOf: iso(asked.moment.at),
    ...(behind > 0 ? { behindMinutes: behind } : {}),
    count,
    exact,
    customers: shown.map(row(app)),
    next: page.length > wanted.limit && last ? toToken(last) : null,
  };
};

const countIn =
  ({ app }: Context) =>
  async (query: string): Promise<number> =>
    (await found(app, await askSegment(app, [query]), { limit: 1, after: null, exact: true })).count;

export const segment: Command = {
  name: 'segment',
  aliases: ['分群'],
  usage: {
    zh: 'segment 条件 [--limit N] [--after TOKEN] [--count] [--save 名字] · segment @名字 · segment --saved [--count] · segment --drop 名字',
    en: 'segment QUERY [--limit N] [--after TOKEN] [--count] [--save NAME] · segment @NAME · segment --saved [--count] · segment --drop NAME',
  },
  summary: {
    zh: '找出符合条件的客户，如 segment VIP 静默 -已成交，或 segment 消费超过1万 静默超过30天',
    en: 'the customers who match, like: segment VIP Silent -Won, or: segment spend over 10000',
  },
  writes: (args) => args.some((word) => /^--(?:save|drop)(?:=|$)/.test(word)),
  query: true,
  run: async (context, args) => {
    const { words, options } = readArgs(args, ['limit', 'after', 'save', 'drop'], ['count', 'saved']);
    if (options.has('saved')) return savedSegments(context, words, options.has('count') ? countIn(context) : undefined);
    const drop = options.get('drop');
    if (drop !== undefined) return dropSegment(context, bareName(drop), words);
    const asked = await askSegment(context.app, words);
    const limit = readLimit(options.get('limit'), { page: PAGE, most: MOST });
    const after = fromToken(options.get('after'));
    const save = options.get('save');
    const saved = save === undefined ? undefined : await saveSegment(context, bareName(save), asked.query);
    return {
      kind: 'segment',
      doc: {
        ...(await answer(context, asked, { limit, after, exact: options.has('count') })),
        ...(saved === undefined ? {} : { saved }),
      },
    };
  },
};
