import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readArgs } from '../commands/read-args.ts';
import { parseConfig } from '../config/config.ts';
import { readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { loadPacks } from '../config/load-packs.ts';
import { loadRules } from '../config/load-rules.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Library } from '../domain/tag.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError, TagwiseError, UsageError } from '../errors.ts';
import { rulebookOf } from '../rulebook-of.ts';
import { describeDatabase } from '../store/describe-database.ts';
import type { Store } from '../store/store.ts';
import { type Check, doctorText, renderChecks } from '../text/doctor.ts';
import { problemsIn } from '../text/problem-words.ts';
import { renderError } from '../text/terminal/render-error.ts';
import { checkChannels } from './channels/check-channels.ts';
import { checkWecom } from './check-wecom.ts';
import { configOf, homeDir } from './config-of.ts';
import { hasDatabase, readAtHand } from './library-at-hand.ts';
import { homeOf } from './open-app.ts';
import { intentParts, isLearnt } from './open-intents.ts';
import { shippedLibrary } from './open-library.ts';
import { writeJson } from './output.ts';
import { rememberedLessons } from './remembered-lessons.ts';
import { tolerantTagId } from './tolerant-tag-id.ts';
import type { Call, Verb } from './verb.ts';
import { unknownWebhookTags, unreadyWebhooks } from './webhook-problems.ts';
import { workingDirs } from './working-dirs.ts';

const NEEDED_NODE = [20, 19] as const;

const problem = (file: string, field: string, message: string): Problem => ({ file, line: null, field, message });

/** One look at one thing; whatever it throws becomes a problem with its sentence and its mend. */
const look = async (call: Call, name: Check['name'], work: () => Promise<string>): Promise<Check> => {
  try {
    return { name, ok: true, detail: await work(), problems: [] };
  } catch (error) {
    if (error instanceof ProblemsError)
      return { name, ok: false, detail: '', problems: problemsIn(error.problems, call.global.lang) };
    if (!(error instanceof TagwiseError))
      return { name, ok: false, detail: '', problems: [problem(name, '', error instanceof Error ? error.message : '')] };
    const { message, hint } = renderError(error, call.global.lang);
    return { name, ok: false, detail: '', problems: [problem(name, error.code, `${message} ${hint}`.trim())] };
  }
};

const nodeCheck = async (call: Call) => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1]);
  if (old) throw new ProblemsError('old_node', [problem('node', '', doctorText.node[call.global.lang](NEEDED_NODE.join('.')))]);
  return process.versions.node;
};

interface InForce {
  library: Library | null;
  /** The book of rules as it is stored; null where none is. */
  book: Rulebook | null;
}

const readStored = async ({ home, rulebook }: Store): Promise<InForce> => ({
  library: await home.library(),
  book: (await rulebook.read())?.book ?? null,
});

/** Opens the database where there is one, so that it is known to answer; `take` gets what is in force. Fetches nothing. */
const databaseCheck = async (call: Call, take: (found: InForce) => void) => {
  const found = await describeDatabase({ home: { dir: homeDir(call.process), id: '' }, env: call.process.env });
  if (found.source !== 'fetch' || !(await hasDatabase(call)))
    take((await readAtHand(call, 'doctor', readStored)) ?? { library: null, book: null });
  if (found.source === 'uri') return 'MONGODB_URI';
  if (found.source === 'running') return `${found.verb} (pid ${found.pid})`;
  return found.source === 'mongod' ? `${found.path} (${found.version})` : doctorText.fetch[call.global.lang](found.from);
};

/** Looks only: a home that is not there yet is made by the first verb that needs it. */
const homeCheck = async (call: Call) => {
  const dir = homeDir(call.process);
  const there = await access(dir).then(
    () => true,
    () => false,
  );
  return there ? homeOf(call.process).dir : dir;
};

/** Checks the rule files, and whether they say what is in force. @param stored null where the database is out of sight. */
const rulesCheck = async (call: Call, stored: InForce | null) => {
  // Which tags there are is then out of sight too.
  if (stored === null && (await hasDatabase(call))) return '';
  const { root, cwd } = call.process;
  const config = await configOf(call).catch(() => parseConfig('', ''));
  const library = stored?.library ?? (await shippedLibrary(root));
  const tree = createTagTree(library);
  const { rules: dirs, shippedRules, packs } = workingDirs(root, cwd, config);
  const rules = await loadRules({ dirs, shipped: shippedRules, tree, zone: config.zone });
  const topics = await loadPacks({ dirs: packs, tagId: tagIdIn(tree) }).then(
    (found) => found.topics,
    () => null,
  );
  const book = stored?.book ?? null;
  const waiting =
    book !== null && topics !== null && canonicalJson(book) !== canonicalJson(rulebookOf({ topics, rules, config }));
  return doctorText.rules[call.global.lang](rules.length, waiting);
};

/** @param stored null where the database is out of sight, and with it which tags there are. */
const packsCheck = async (call: Call, stored: InForce | null) => {
  const { root, cwd } = call.process;
  const tree = createTagTree(stored?.library ?? (await shippedLibrary(root)));
  const tagId = stored ? tagIdIn(tree) : tolerantTagId(tree).tagId;
  // A broken configuration is told of once, where it is looked at.
  const config = await configOf(call).catch(() => parseConfig('', ''));
  const { packs, topics } = await loadPacks({ dirs: workingDirs(root, cwd, config).packs, tagId });
  return doctorText.packs[call.global.lang](packs.length, topics.length);
};

/** Checks the files of intents, and whether they were learnt already. @param stored as for packs. */
const intentsCheck = async (call: Call, stored: InForce | null) => {
  const tree = createTagTree(stored?.library ?? (await shippedLibrary(call.process.root)));
  const config = await configOf(call).catch(() => parseConfig('', ''));
  const home = homeDir(call.process);
  const { lessons } = await rememberedLessons(home);
  const parts = intentParts(call, home, config, tree, lessons);
  const texts = await readIntentTexts(parts.dirs, lessons);
  const { intents, examples } = understandIntents(texts, stored ? parts.tagId : tolerantTagId(tree).tagId);
  return doctorText.intents[call.global.lang](intents.length, examples.length, await isLearnt(parts, texts.digest));
};

/** Which webhooks there are, and what keeps them from sending. @param stored null where the database is out of sight. */
const webhooksCheck = async (call: Call, stored: InForce | null) => {
  const { webhooks } = await configOf(call).catch(() => parseConfig('', ''));
  const tree = createTagTree(stored?.library ?? (await shippedLibrary(call.process.root)));
  const sight = stored !== null || !(await hasDatabase(call));
  const problems = [
    ...unreadyWebhooks(call, webhooks).map(({ problem }) => problem),
    ...(sight ? unknownWebhookTags(webhooks, tree, call.global.config ?? 'tagwise.yaml') : []),
  ];
  if (problems.length > 0) throw new ProblemsError('webhooks_unready', problems);
  return doctorText.webhooks[call.global.lang](webhooks.map(({ name }) => name));
};

const configCheck = async (call: Call) => {
  const file = call.global.config ?? 'tagwise.yaml';
  const config = await configOf(call);
  const there = await access(resolve(call.process.cwd, file)).then(
    () => true,
    () => false,
  );
  const { lang } = call.global;
  return there ? doctorText.config[lang](file, config.people.length) : doctorText.noConfig[lang](file);
};

export const doctor: Verb = {
  name: 'doctor',
  usage: { zh: 'doctor', en: 'doctor' },
  summary: { zh: '配置、数据库、关键词包是否就绪，怎么修', en: 'what is configured, reachable and missing, and how to mend it' },
  run: async (call) => {
    if (readArgs(call.args).words.length > 0) throw new UsageError('doctor_usage');
    let stored: InForce | null = null;
    const database = await look(call, 'database', () =>
      databaseCheck(call, (found) => {
        stored = found;
      }),
    );
    const checks = [
      await look(call, 'node', () => nodeCheck(call)),
      await look(call, 'home', () => homeCheck(call)),
      await look(call, 'config', () => configCheck(call)),
      await look(call, 'packs', () => packsCheck(call, stored)),
      await look(call, 'intents', () => intentsCheck(call, stored)),
      await look(call, 'rules', () => rulesCheck(call, stored)),
      await look(call, 'webhooks', () => webhooksCheck(call, stored)),
      database,
      ...(await checkChannels(call)),
      await checkWecom(call),
    ];
    const problems = checks.flatMap((check) => check.problems);
    if (call.global.json)
      writeJson(call, {
        ok: problems.length === 0,
        problems,
        checks: checks.map(({ name, ok, detail }) => ({ name, ok, detail })),
      });
    else call.process.stdout.write(renderChecks(checks, call.global.lang));
    return problems.length === 0 ? 0 : 1;
  },
};
