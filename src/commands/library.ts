import { readFile, writeFile } from 'node:fs/promises';
import { tagUsageAnswer, usageAnswer } from '../answers/usage-answer.ts';
import type { LibraryAnswer } from '../domain/answers.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import { ProblemsError, UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { formatLibrary, parseLibrary } from '../tagging/library-file.ts';
import { importLibrary, type LibraryChanges } from '../tagging/merge-library.ts';
import { changeLibrary } from './change-library.ts';
import type { Command, Context } from './command.ts';
import { changeByWords, undoLibrary } from './edit-library.ts';
import { findTag } from './find-tag.ts';
import { writeHandbook } from './handbook.ts';
import { EDIT_FLAGS, EDIT_OPTIONS, EDITS, editNamed } from './library-words.ts';
import { readArgs } from './read-args.ts';
import { refuseFiles } from './refuse-files.ts';

/** The nodes in use, or those out of use, with how many customers carry each. */
const show = async ({ app }: Context, archived: boolean): Promise<Reply> => {
  const tree = app.inForce.tree();
  const count = async (id: string) => app.store.customers.count({ tagIds: { $in: tree.descendants(id) } });
  const nodes = tree.order.flatMap((id) => tree.node(id) ?? []).filter((node) => node.archived === archived);
  const rows = await Promise.all(
    nodes.map(
      async (node): Promise<LibraryAnswer['nodes'][number]> => ({
        id: node.id,
        kind: node.kind,
        name: node.name,
        en: node.en ?? null,
        parent: node.parent,
        depth: tree.ancestors(node.id).length,
        colour: node.colour,
        customers: await count(node.id),
        definition: node.definition ?? null,
        restricted: node.roles !== undefined,
        ...{ roles: node.roles ?? null, aliases: node.aliases, archived: node.archived },
      }),
    ),
  );
  return {
    kind: 'library',
    doc: { version: app.inForce.library().version, nodes: rows, products: app.inForce.library().products ?? [] },
  };
};

const exportTo = async (context: Context, file: string | undefined): Promise<Reply> => {
  const { app } = context;
  refuseFiles(context);
  if (file === undefined) throw new UsageError('library_usage');
  const text = formatLibrary(app.inForce.library());
  if (file !== '-')
    await writeFile(file, text).catch(() => {
      throw new UserError('cannot_write', { file });
    });
  return { kind: 'exported', doc: { file, version: app.inForce.library().version, text } };
};

/** What a change of the library did, in a line. */
const noteOf = ({ added, renamed, changed, caps }: LibraryChanges): string =>
  [
    ...added.map((id) => `+${id}`),
    ...renamed.map(({ from, to }) => `${from} → ${to}`),
    ...changed,
    ...(caps ? ['caps'] : []),
  ].join(', ');

/** A library is shown to everybody, so it holds no ID or card number either: each line that has one is named, never its words. */
const refuseNumbers = (text: string, file: string): void => {
  const message = 'Take the number out: it looks like an ID or bank card, and those are never kept.';
  const problems = text
    .split('\n')
    .flatMap((line, place) => (redact(line) === line ? [] : [{ file, line: place + 1, field: '', message }]));
  if (problems.length > 0) throw new ProblemsError('library_broken', problems);
};

const importFrom = async (context: Context, file: string | undefined): Promise<Reply> => {
  refuseFiles(context);
  if (file === undefined) throw new UsageError('library_usage');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserError('no_such_file', { file });
  });
  refuseNumbers(text, file);
  const { library, changes } = await changeLibrary(context, {
    name: file,
    work: (current) => importLibrary({ current, incoming: parseLibrary(text, file), role: context.actor.role, file }),
    note: (done) => noteOf(done.changes),
  });
  const { added, renamed, changed } = changes;
  return {
    kind: 'imported',
    doc: { added, renamed: renamed.map(({ from, to }) => `${from} → ${to}`), changed, version: library.version },
  };
};

const SHOW = ['show', '看'];
const EXPORT = ['export', '导出'];
const IMPORT = ['import', '导入'];
const UNDO = ['undo', '撤销'];
const HANDBOOK = ['handbook', '手册'];
const USAGE = ['usage', '用量'];
const VERBS = [...SHOW, ...USAGE, ...HANDBOOK, ...EXPORT, ...IMPORT, ...UNDO, ...Object.values(EDITS).flat()];

const unknownVerb = (verb: string): UsageError => {
  const near = nearWord(verb, VERBS);
  return near === null ? new UsageError('library_usage') : new UsageError('library_usage_near', { word: verb, near });
};

/** How the tags are used, or one of them. */
const usage = async ({ app, actor, lang }: Context, words: readonly string[]): Promise<Reply> => {
  if (words.length === 0) return { kind: 'usage', doc: await usageAnswer(app) };
  const tag = findTag(app.inForce.tree(), words.join(' '));
  return { kind: 'tag_usage', doc: await tagUsageAnswer(app, actor, tag, lang) };
};

const run = (context: Context, given: readonly string[]): Promise<Reply> => {
  const args = readArgs(given, EDIT_OPTIONS, EDIT_FLAGS);
  const [verb = 'show', file, ...others] = args.words;
  const edit = editNamed(verb);
  if (edit) return changeByWords(context, edit, args);
  if (!VERBS.includes(verb)) throw unknownVerb(verb);
  if (USAGE.includes(verb) && args.options.size === 0) return usage(context, args.words.slice(1));
  const archived = args.options.has('archived');
  if (others.length > 0 || args.options.size > (archived && SHOW.includes(verb) ? 1 : 0)) throw new UsageError('library_usage');
  if (EXPORT.includes(verb)) return exportTo(context, file);
  if (IMPORT.includes(verb)) return importFrom(context, file);
  if (HANDBOOK.includes(verb)) return writeHandbook(context, file);
  if (file !== undefined) throw new UsageError('library_usage');
  return UNDO.includes(verb) ? undoLibrary(context) : show(context, archived);
};

export const library: Command = {
  name: 'library',
  aliases: ['标签库'],
  usage: {
    zh: 'library [show [--archived]] · usage [标签] · add 名字 --in 组 · rename|alias|define|move|colour|ttl|archive|restore|merge 标签 … [--yes] · undo · handbook [文件] · export|import 文件',
    en: 'library [show [--archived]] · usage [TAG] · add NAME --in GROUP · rename|alias|define|move|colour|ttl|archive|restore|merge TAG … [--yes] · undo · handbook [FILE] · export|import FILE',
  },
  summary: {
    zh: '看标签库；usage 看 30 天里各打了多少；主管在这里增改标签，先说涉及多少客户，确认后才改，可以撤销；导出、导入 YAML 文件',
    en: 'shows the tag library; usage: how often each was given in 30 days; managers change it here: it says first how many customers that touches and asks; to and from a YAML file',
  },
  writes: (args) => {
    const verb = args.find((word) => !word.startsWith('--')) ?? '';
    return [...IMPORT, ...UNDO].includes(verb) || editNamed(verb) !== undefined;
  },
  run: async (context, args) => run(context, args),
};
