import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readArgs } from '../commands/read-args.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError, TagwiseError, UsageError } from '../errors.ts';
import { loadPacks } from '../match/load-packs.ts';
import { describeDatabase } from '../store/describe-database.ts';
import { type Check, renderChecks } from '../text/doctor.ts';
import { renderError } from '../text/terminal/render-error.ts';
import { configOf, homeDir, homeOf, packDirs } from './open-app.ts';
import { shippedLibrary } from './open-library.ts';
import { writeJson } from './output.ts';
import type { Call, Verb } from './verb.ts';

const NEEDED_NODE = [20, 19] as const;

const problem = (file: string, field: string, message: string): Problem => ({ file, line: null, field, message });

/** One look at one thing; whatever it throws becomes a problem with its sentence and its mend. */
const look = async (call: Call, name: Check['name'], work: () => Promise<string>): Promise<Check> => {
  try {
    return { name, ok: true, detail: await work(), problems: [] };
  } catch (error) {
    if (error instanceof ProblemsError) return { name, ok: false, detail: '', problems: error.problems };
    if (!(error instanceof TagwiseError))
      return { name, ok: false, detail: '', problems: [problem(name, '', error instanceof Error ? error.message : '')] };
    const { message, hint } = renderError(error, call.global.lang);
    return { name, ok: false, detail: '', problems: [problem(name, error.code, `${message} ${hint}`.trim())] };
  }
};

const nodeCheck = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1]);
  if (old) throw new ProblemsError('old_node', [problem('node', '', `Install Node ${NEEDED_NODE.join('.')} or newer.`)]);
  return process.versions.node;
};

const databaseCheck = async (call: Call) => {
  const found = await describeDatabase({ home: { dir: homeDir(call.process), id: '' }, env: call.process.env });
  if (found.source === 'uri') return 'MONGODB_URI';
  if (found.source === 'running') return `${found.verb} (pid ${found.pid})`;
  return found.source === 'mongod' ? `${found.path} (${found.version})` : `to be fetched: ${found.from.join(', ')}`;
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

const packsCheck = async (call: Call) => {
  const tree = createTagTree(await shippedLibrary(call.process.root));
  const tagId = tagIdIn(tree);
  const { packs, topics } = await loadPacks({ dirs: packDirs(call.process.root, call.process.cwd, await configOf(call)), tagId });
  return `${packs.length} packs, ${topics.length} topics`;
};

const configCheck = async (call: Call) => {
  const file = call.global.config ?? 'tagwise.yaml';
  const config = await configOf(call);
  const there = await access(resolve(call.process.cwd, file)).then(
    () => true,
    () => false,
  );
  return there ? `${file}: ${config.people.length} people` : `${file}: not there, defaults`;
};

export const doctor: Verb = {
  name: 'doctor',
  usage: { zh: 'doctor', en: 'doctor' },
  summary: { zh: '配置、数据库、关键词包是否就绪，怎么修', en: 'what is configured, reachable and missing, and how to mend it' },
  run: async (call) => {
    if (readArgs(call.args).words.length > 0) throw new UsageError('doctor_usage');
    const checks = [
      await look(call, 'node', nodeCheck),
      await look(call, 'home', () => homeCheck(call)),
      await look(call, 'config', () => configCheck(call)),
      await look(call, 'packs', () => packsCheck(call)),
      await look(call, 'database', () => databaseCheck(call)),
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
