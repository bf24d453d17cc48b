import { readFile, writeFile } from 'node:fs/promises';
import type { LibraryAnswer } from '../domain/answers.ts';
import type { Reply } from '../domain/reply.ts';
import { ProblemsError, UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { formatLibrary, parseLibrary } from '../tagging/library-file.ts';
import { importLibrary, type LibraryChanges } from '../tagging/merge-library.ts';
import { changeLibrary } from './change-library.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';

const show = async ({ app }: Context): Promise<Reply> => {
  const tree = app.inForce.tree();
  const count = async (id: string) => app.store.customers.count({ tagIds: { $in: tree.descendants(id) } });
  const nodes = tree.order.flatMap((id) => tree.node(id) ?? []).filter(({ archived }) => !archived);
  const rows = await Promise.all(
    nodes.map(
      async (node): Promise<LibraryAnswer['nodes'][number]> => ({
        id: node.id,
        kind: node.kind,
        name: node.name,
        parent: node.parent,
        depth: tree.ancestors(node.id).length,
        colour: node.colour,
        customers: await count(node.id),
        definition: node.definition ?? null,
        restricted: node.roles !== undefined,
      }),
    ),
  );
  return {
    kind: 'library',
    doc: { version: app.inForce.library().version, nodes: rows, products: app.inForce.library().products ?? [] },
  };
};

const exportTo = async ({ app }: Context, file: string | undefined): Promise<Reply> => {
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

export const library: Command = {
  name: 'library',
  aliases: ['标签库'],
  usage: { zh: 'library show|export 文件|import 文件', en: 'library show|export FILE|import FILE' },
  summary: { zh: '看标签库；导出、导入一个 YAML 文件', en: 'shows the tag library; writes it to or takes it from one YAML file' },
  writes: ([verb]) => verb === 'import',
  run: (context, args) => {
    const [verb = 'show', file, ...others] = readArgs(args).words;
    if (others.length > 0 || (verb === 'show' && file !== undefined)) throw new UsageError('library_usage');
    if (verb === 'show') return show(context);
    if (verb === 'export') return exportTo(context, file);
    if (verb === 'import') return importFrom(context, file);
    throw new UsageError('library_usage');
  },
};
