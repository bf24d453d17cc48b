import { printable } from '../printable.ts';
import type { View } from './view.ts';

/** Where the library went; its text itself when it was asked for on the screen. */
export const renderExported = (
  { file, version, text }: { file: string; version: number; text: string },
  { lang }: View,
): string[] => {
  // The indentation is YAML's meaning: only what stands in the lines is made printable.
  if (file === '-') return text.trimEnd().split('\n').map(printable);
  const name = printable(file);
  return lang === 'zh'
    ? [`标签库（版本 ${version}）已写入 ${name}。改好后用 library import ${name} 导入。`]
    : [`The tag library (version ${version}) is in ${name}. Edit it, then take it over with library import ${name}.`];
};
