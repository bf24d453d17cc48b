import type { LibraryChangedAnswer } from '../../domain/asked.ts';
import { libraryChangeWords } from '../library-change-words.ts';
import type { View } from './view.ts';

const WORDS = {
  zh: {
    done: (what: string) => `已改：${what}。`,
    undone: (what: string) => `${what}。`,
    version: (version: number, customers: number) =>
      `标签库现在是版本 ${version}${customers > 0 ? `，改时有 ${customers} 位客户带着它` : ''}。`,
    undo: 'library undo 可以撤销。',
    same: '本来就是这样，没有变化。',
  },
  en: {
    done: (what: string) => `Done: ${what}.`,
    undone: (what: string) => `${what}.`,
    version: (version: number, customers: number) =>
      `The library is now at version ${version}${customers > 0 ? `; ${customers} customer${customers === 1 ? '' : 's'} carried the tag` : ''}.`,
    undo: ' library undo takes it back.',
    same: 'It is so already; nothing changed.',
  },
};

/** What was done to the library, and how to take it back. */
export const renderLibraryChanged = (doc: LibraryChangedAnswer, { lang }: View): string[] => {
  const words = WORDS[lang];
  const what = libraryChangeWords(doc, lang);
  if (!doc.changed) return [words.same];
  if (doc.edit === 'undo') return [words.undone(what), words.version(doc.version, 0)];
  return [words.done(what), `${words.version(doc.version, doc.customers)}${words.undo}`];
};
