import { iso } from '../answers/cause-answers.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError, UserError } from '../errors.ts';
import type { Command, Context } from './command.ts';
import { decide } from './learn/decide.ts';
import { acceptKeyword, dropKeyword, listKeywords } from './learn/keywords.ts';
import { dropMessage, listMessages, teachMessage } from './learn/messages.ts';
import { proposedLessons } from './learn/proposed-lessons.ts';
import { rollBack } from './learn/roll-back.ts';
import { lessonAnswer, lessonsIn, newest, readSteps } from './learn/steps.ts';
import { readArgs } from './read-args.ts';
import { readLimit } from './read-limit.ts';
import { setUpRow } from './set-up-row.ts';

const PAGE = 20;
const MOST = 200;
const TEACHERS = ['manager', 'admin'];

const VERBS = {
  list: ['list', '列表'],
  approve: ['approve', '批准', '学'],
  drop: ['drop', '不学', '不要'],
  history: ['history', '记录', '历史'],
  rollback: ['rollback', '回退', '退回'],
  keywords: ['keywords', '关键词'],
  messages: ['messages', '消息', '没把握'],
};
type LearnVerb = keyof typeof VERBS;

const verbNamed = (word: string): LearnVerb => {
  const found = (Object.keys(VERBS) as LearnVerb[]).find((verb) => VERBS[verb].includes(word.toLowerCase()));
  if (found) return found;
  const near = nearWord(word, Object.values(VERBS).flat());
  throw near === null ? new UsageError('learn_usage') : new UsageError('learn_usage_near', { word, near });
};

/** What everybody's customers are read by is for managers to decide. */
const refuseOthers = async (context: Context): Promise<void> => {
  const { app, actor } = context;
  if (TEACHERS.includes(actor.role)) return;
  await app.store.ledger.append([setUpRow(context, 'learn', { denial: 'learn_managers_only' })]);
  throw new UserError('learn_managers_only', { role: actor.role });
};

const list = async (context: Context, limit: number): Promise<Reply> => {
  const { app, actor } = context;
  const { all, standing } = await readSteps(context);
  const waiting = await proposedLessons(app, all);
  const shown = waiting.slice(0, limit);
  await app.store.shown.note(
    'learn',
    actor.id,
    shown.map(({ id }) => id),
  );
  return {
    kind: 'learn',
    doc: {
      asOf: iso(app.clock.asOf()),
      ...{ version: newest(standing), learnt: lessonsIn(standing).length, count: waiting.length },
      proposals: shown.map((one, place) => ({ number: place + 1, ...lessonAnswer(one) })),
    },
  };
};

const history = async (context: Context): Promise<Reply> => {
  const { all } = await readSteps(context);
  const steps = all.map(({ version, by, at, lessons, dropped, undone, keywords = [] }) => {
    const yes = lessons.filter(({ says }) => says === 'yes').length;
    const back = undone ? { by: undone.by, at: iso(undone.at) } : null;
    return { version, at: iso(at), by, yes, no: lessons.length - yes, dropped: dropped.length, keywords, undone: back };
  });
  return { kind: 'learn_history', doc: { steps: steps.reverse() } };
};

const ACCEPT = ['accept', '采用'];

/** `keywords` alone proposes some; `keywords accept 2` takes one over, `keywords drop 2` does not want it. */
const keywords = (context: Context, words: readonly string[], limit: string | undefined): Promise<Reply> => {
  const [what, ...rest] = words;
  if (what === undefined) return listKeywords(context, readLimit(limit, { page: PAGE, most: MOST }));
  const does = ACCEPT.includes(what.toLowerCase()) ? acceptKeyword : VERBS.drop.includes(what.toLowerCase()) ? dropKeyword : null;
  if (does === null || limit !== undefined) throw new UsageError('keywords_usage');
  return does(context, rest);
};

/** `messages` alone lists some; `messages 2 refund` says what one wants, `messages drop 2` that it teaches nothing. */
const messages = (context: Context, words: readonly string[], limit: string | undefined): Promise<Reply> => {
  const [what, ...rest] = words;
  if (what === undefined) return listMessages(context, readLimit(limit, { page: PAGE, most: MOST }));
  if (limit !== undefined) throw new UsageError('messages_usage');
  return VERBS.drop.includes(what.toLowerCase()) ? dropMessage(context, rest) : teachMessage(context, words);
};

const LISTS: readonly LearnVerb[] = ['list', 'keywords', 'messages'];

const run = async (context: Context, args: readonly string[]): Promise<Reply> => {
  const { words, options } = readArgs(args, ['limit']);
  const verb = verbNamed(words[0] ?? 'list');
  const rest = words.slice(1);
  const limit = options.get('limit');
  await refuseOthers(context);
  if (limit !== undefined && !LISTS.includes(verb)) throw new UsageError('learn_usage');
  switch (verb) {
    case 'list':
      if (rest.length > 0) throw new UsageError('learn_usage');
      return list(context, readLimit(limit, { page: PAGE, most: MOST }));
    case 'history':
      if (rest.length > 0) throw new UsageError('learn_usage');
      return history(context);
    case 'rollback':
      if (rest.length > 1) throw new UsageError('rollback_usage', { word: rest.join(' ') });
      return rollBack(context, rest[0]);
    case 'keywords':
      return keywords(context, rest, limit);
    case 'messages':
      return messages(context, rest, limit);
    default:
      if (rest.length === 0) throw new UsageError('learn_which', { verb });
      return decide(context, verb, rest);
  }
};

/** What people's answers teach, for a manager to approve: nothing is learnt by itself. */
export const learn: Command = {
  name: 'learn',
  aliases: ['学习'],
  usage: {
    zh: 'learn [--limit N] · learn approve 编号…|all · learn drop 编号… · learn history · learn rollback [版本] · learn keywords [accept 编号 [标签]|drop 编号] · learn messages [编号 意图|drop 编号]',
    en: 'learn [--limit N] · learn approve NUMBER…|all · learn drop NUMBER… · learn history · learn rollback [VERSION] · learn keywords [accept NUMBER [TAG]|drop NUMBER] · learn messages [NUMBER INTENT|drop NUMBER]',
  },
  summary: {
    zh: '大家确认或否定过的话，主管批准后成为意图的例句并重新学习；keywords 从聊天记录里找新关键词；messages 是没把握的话，由主管说是什么意图；history 看每一步，rollback 退回去',
    en: 'what people confirmed or turned down becomes examples of intents once a manager approves; keywords finds new ones in what was said; messages lists what was too unsure to suggest anything, to say what it wants; history, rollback',
  },
  writes: ([verb, what]) =>
    verb !== undefined &&
    ![...VERBS.list, ...VERBS.history].includes(verb) &&
    !([...VERBS.keywords, ...VERBS.messages].includes(verb) && what === undefined),
  run,
};
