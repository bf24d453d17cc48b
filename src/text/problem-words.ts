import type { Problem } from '../errors.ts';
import type { Both, Lang } from './lang.ts';
import { exampleProblems } from './problems/example-problems.ts';
import { fileProblems } from './problems/file-problems.ts';
import { importProblems } from './problems/import-problems.ts';
import { libraryProblems } from './problems/library-problems.ts';
import { lineProblems } from './problems/line-problems.ts';
import { materialProblems } from './problems/material-problems.ts';
import { productProblems } from './problems/product-problems.ts';
import { ruleProblems } from './problems/rule-problems.ts';

/** What the YAML reader calls its errors. */
const YAML: Record<string, Both> = {
  BAD_ALIAS: { zh: '* 在这里另有含义，文字请加引号', en: 'a * has a meaning here: put text in quotes' },
  BAD_DQ_ESCAPE: { zh: '双引号里的反斜杠不对', en: 'a backslash in double quotes' },
  BAD_INDENT: { zh: '缩进不对', en: 'the indentation' },
  BAD_SCALAR_START: { zh: '这样开头的文字要加引号', en: 'text that begins so needs quotes' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里有两个冒号，或缩进不对', en: 'two colons on a line, or the indentation' },
  BLOCK_IN_FLOW: { zh: '括号里不能换行写列表', en: 'a list of lines inside brackets' },
  DUPLICATE_KEY: { zh: '同一个名称写了两次', en: 'the same name twice' },
  MISSING_CHAR: { zh: '少了引号、括号、逗号或冒号后的空格', en: 'a quote, bracket, comma or blank after a colon is missing' },
  MULTILINE_IMPLICIT_KEY: { zh: '少了冒号，或引号没有合上', en: 'a colon is missing, or a quote is never closed' },
  MULTIPLE_DOCS: { zh: '一个文件里只能有一份内容，去掉 ---', en: 'one file, one document: take out ---' },
  TAB_AS_INDENT: { zh: '缩进不能用制表符，请用空格', en: 'a tab: indent with blanks' },
  TAG_RESOLVE_FAILED: { zh: '! 在这里另有含义，文字请加引号', en: 'a ! has a meaning here: put text in quotes' },
  UNEXPECTED_TOKEN: { zh: '这里多了符号，或文字要加引号', en: 'a sign too many, or text that needs quotes' },
};

/** What stands inside a sentence and is words, not a value. */
const PARTS: Record<string, string> = {
  'an id': ' id',
  'a name': '名字',
  'a team': '团队',
  "the manager's id": '上级的 id',
  "the person's id in this channel": '这个人在该渠道的 id',
  'a time zone': '时区',
  'a time of day': '一天里的时间',
  'a directory': '目录',
  'a host name': '主机名',
  'host names': '主机名',
  'origins of sites': '网站的源',
  people: '人员',
  directories: '目录',
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '“名称: 值”',
  record: '“名称: 值”',
};

const asPattern = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{}', '(.+?)')}$`, 's');

const partWords = (part: string): string => {
  const line = /^line (.+)$/.exec(part)?.[1];
  return line === undefined ? (PARTS[part] ?? YAML[part]?.zh ?? part) : `第 ${line} 行`;
};

const sentences = {
  ...exampleProblems,
  ...fileProblems,
  ...importProblems,
  ...libraryProblems,
  ...lineProblems,
  ...materialProblems,
  ...productProblems,
  ...ruleProblems,
};
const patterns = Object.entries(sentences)
  .filter(([english]) => english.includes('{}'))
  .map(([english, chinese]) => ({ pattern: asPattern(english), chinese }));

const inChinese = (message: string): string => {
  const plain = Object.hasOwn(sentences, message) ? sentences[message] : undefined;
  if (plain !== undefined) return plain;
  for (const { pattern, chinese } of patterns) {
    const parts = pattern.exec(message)?.slice(1);
    if (parts) return chinese.replaceAll('{}', () => partWords(parts.shift() ?? ''));
  }
  return message;
};

/**
 * What is wrong with a file, in the reader's language. Those who read files say it in English, next to their checks; a sentence
 * that is not known here stays as it is.
 */
export const problemWords = (message: string, lang: Lang): string =>
  lang === 'zh'
    ? inChinese(message)
    : message.replace(/\(([A-Z_]+)\)/, (whole, code: string) => (YAML[code] ? `(${YAML[code].en})` : whole));

/** Problems as the reader sees them: file, line and field as they are, the message in their language. */
export const problemsIn = (problems: readonly Problem[], lang: Lang): Problem[] =>
  problems.map((problem) => ({ ...problem, message: problemWords(problem.message, lang) }));
