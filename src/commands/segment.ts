import { iso, isoOrNull } from '../answers/cause-answers.ts';
import { ownerName } from '../answers/owner-name.ts';
import { stageOf } from '../answers/tags-answer.ts';
import type { App } from '../app.ts';
import type { SegmentAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import { UsageError, UserError } from '../errors.ts';
import { compileSegment } from '../segments/compile.ts';
import { type Doubt, doubtsOf } from '../segments/doubts.ts';
import { quote } from '../segments/print.ts';
import { readSegment } from '../segments/read-segment.ts';
import { understood } from '../segments/understood.ts';
import type { Command } from './command.ts';
import { readArgs } from './read-args.ts';

const PAGE = 20;
const MOST = 1000;

interface Place {
  at: Instant | null;
  id: string;
}

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

/**
 * The query that words make. A shell and a chat have taken the quotes off a word: one with spaces that is a tag's name gets them
 * back, any other is a query by itself.
 */
export const queryOf = (words: readonly string[], tags: TagTree): string =>
  words
    .map((word) => {
      const [, signs = '', name = ''] = /^([-－−]*)(.*)$/s.exec(word) ?? [];
      return /\s/.test(name) && tags.resolve(name).kind === 'one' ? signs + quote(name) : word;
    })
    .join(' ');

/** Of two readings of a word none is run: the answer offers both. */
export const refuseDoubt = async ({ store }: App, doubts: readonly Doubt[]): Promise<void> => {
  for (const { text, keys, choices, from, to } of doubts) {
    if (!(await store.customers.hasField(keys))) continue;
    const candidates = { candidates: choices.zh.join('、'), candidatesEn: choices.en.join(', ') };
    throw new UserError('segment_tag_or_field', { word: text, at: from, length: to - from, ...candidates });
  }
};

const readLimit = (text: string | undefined): number => {
  const limit = text === undefined ? PAGE : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new UsageError('bad_limit', { most: MOST });
  return limit;
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

export const segment: Command = {
  name: 'segment',
  aliases: ['分群'],
  usage: { zh: 'segment 条件 [--limit N] [--after TOKEN]', en: 'segment QUERY [--limit N] [--after TOKEN]' },
  summary: {
    zh: '找出符合条件的客户，如 segment VIP 静默 -已成交，或 segment 消费超过1万 静默超过30天',
    en: 'the customers who match, like: segment VIP Silent -Won, or: segment spend over 10000',
  },
  writes: false,
  run: async ({ app, lang }, args) => {
    const { words, options } = readArgs(args, ['limit', 'after'], ['count']);
    const tags = app.inForce.tree();
    const query = queryOf(words, tags);
    const person = (word: string) => app.inForce.people().byId(word)?.id;
    const { tree, bound } = readSegment({ query, tags, person });
    const filter = compileSegment(bound, { at: app.clock.asOf(), currency: app.inForce.rules().currencies.home });
    const limit = readLimit(options.get('limit'));
    const after = fromToken(options.get('after'));
    await refuseDoubt(app, doubtsOf({ tree, tags, person }));
    const [count, page, behind] = await Promise.all([
      app.store.customers.count(filter),
      app.store.customers.page(filter, after, limit + 1),
      app.behind(),
    ]);
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    return {
      kind: 'segment',
      doc: {
        query,
        understood: understood({ bound, tags, lang }),
        asOf: iso(app.clock.asOf()),
        ...(behind > 0 ? { behindMinutes: behind } : {}),
        count,
        exact: true,
        customers: shown.map(row(app)),
        next: page.length > limit && last ? toToken(last) : null,
      },
    };
  },
};
