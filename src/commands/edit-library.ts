import type { LibraryChange } from '../domain/asked.ts';
import type { LibraryDeed } from '../domain/deed.ts';
import type { LibraryEdit } from '../domain/library-edit.ts';
import type { Reply } from '../domain/reply.ts';
import { DAY } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import { editLibrary, refuseAgents } from '../tagging/edit-library.ts';
import { takeBack } from '../tagging/library-deed.ts';
import { askFirst, NAMED } from './ask.ts';
import { auditedChange, changeLibrary } from './change-library.ts';
import type { Context } from './command.ts';
import { readEdit } from './library-words.ts';
import type { Args } from './read-args.ts';

/** An edit in the names that people know. */
const inWords = ({ app, lang }: Context, edit: LibraryEdit): LibraryChange => {
  const tree = app.inForce.tree();
  const label = (id: string | null) => (id === null ? null : tree.label(id, lang));
  if (edit.do === 'add') return { edit: 'add', tag: edit.name, to: label(edit.under) };
  const tag = tree.label(edit.id, lang);
  switch (edit.do) {
    case 'rename':
    case 'alias':
      return { edit: edit.do, tag, to: edit.name };
    case 'define':
      return { edit: edit.do, tag, to: edit.text };
    case 'move':
      return { edit: edit.do, tag, to: label(edit.under) };
    case 'colour':
      return { edit: edit.do, tag, to: edit.colour };
    case 'ttl':
      return { edit: edit.do, tag, to: edit.days === null ? null : String(edit.days) };
    case 'merge':
      return { edit: edit.do, tag, to: label(edit.into) };
    default:
      return { edit: edit.do, tag, to: null };
  }
};

/** What the history says of an edit: which, and of which node. */
const noteOf = (edit: LibraryEdit, { tag, to }: LibraryChange): string =>
  edit.do === 'define' ? `define ${tag}` : [edit.do, tag, ...(to === null ? [] : ['→', to])].join(' ');

/** Who carries a node or anything below it: how many, and the first few. */
const carriersOf = async ({ app }: Context, id: string | null) => {
  if (id === null) return { count: 0, customers: [] };
  const filter = { tagIds: { $in: app.inForce.tree().descendants(id) } };
  const { store } = app;
  const [count, first] = await Promise.all([store.customers.count(filter), store.customers.page(filter, null, NAMED)]);
  return { count, customers: first.map(({ _id, state }) => ({ id: _id, name: state.name })) };
};

/** Changes the library by one edit: first says how many it touches and asks; agents are refused. */
export const changeByWords = async (context: Context, verb: LibraryEdit['do'], args: Args): Promise<Reply> => {
  const { app, actor, lang } = context;
  await auditedChange(context, () => refuseAgents(actor.role));
  await app.takeChanges();
  const edit = readEdit(verb, args, app.inForce.library(), lang);
  const words = inWords(context, edit);
  // Tried out first: what cannot be done is not asked about.
  const current = app.inForce.library();
  const tried = await auditedChange(context, () => editLibrary(current, edit, actor.role));
  const { count, customers } = await carriersOf(context, edit.do === 'add' ? null : edit.id);
  if (tried === current)
    return { kind: 'library_changed', doc: { ...words, changed: false, version: current.version, customers: count } };
  const asked = askFirst(context, args.options.has('yes'), { asks: { kind: 'library', ...words }, count, customers });
  if (asked) return asked;
  const { library } = await changeLibrary(context, {
    name: words.tag,
    work: (stored) => ({ library: editLibrary(stored, edit, actor.role) }),
    note: () => noteOf(edit, words),
  });
  return { kind: 'library_changed', doc: { ...words, changed: true, version: library.version, customers: count } };
};

/** The caller's newest change of the library within 24 hours. */
export const lastLibraryDeed = async ({ app, actor }: Context) =>
  (await app.store.deeds.newestOf(actor.id, app.clock.asOf() - DAY)).find(({ what }) => what.kind === 'library');

/** A tag that was new and that customers carry by now is not made undone under them. @throws UserError `library_carried` */
const refuseCarried = async (context: Context, { before, after }: LibraryDeed): Promise<void> => {
  const old = new Set(before.map(({ id }) => id));
  for (const { id, name } of after.filter((node) => !old.has(node.id))) {
    const { count } = await carriersOf(context, id);
    if (count > 0) throw new UserError('library_carried', { tag: name, count });
  }
};

/** Takes the caller's last change of the library back. @throws UserError where there is none, or others have changed the same since. */
export const undoLibrary = async (context: Context): Promise<Reply> => {
  const { actor } = context;
  await auditedChange(context, () => refuseAgents(actor.role));
  const deed = await lastLibraryDeed(context);
  if (!deed) throw new UserError('nothing_to_undo');
  const what = deed.what as LibraryDeed;
  const names = (what.before.length > 0 ? what.before : what.after).map(({ name }) => name);
  await refuseCarried(context, what);
  const tag = [...new Set(names)].slice(0, NAMED).join(context.lang === 'zh' ? '、' : ', ');
  const { library } = await changeLibrary(context, {
    name: tag,
    work: (stored) => ({ library: takeBack(stored, what, actor.role) }),
    note: () => `undo ${tag}`,
    undoes: deed._id,
  });
  return { kind: 'library_changed', doc: { edit: 'undo', tag, to: null, changed: true, version: library.version, customers: 0 } };
};
