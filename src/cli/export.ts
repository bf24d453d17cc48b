import { resolve } from 'node:path';
import { zoneOf } from '../answers/zone-of.ts';
import { askSegment } from '../commands/ask-segment.ts';
import { readArgs } from '../commands/read-args.ts';
import { refuseViewer } from '../commands/refuse-viewer.ts';
import { UsageError } from '../errors.ts';
import { understood } from '../segments/understood.ts';
import { renderTableWritten } from '../text/terminal/render-table-written.ts';
import { createHeadings } from '../transfer/columns/headings.ts';
import { type ExportFormat, exportSegment } from '../transfer/export/export-segment.ts';
import { pickColumns } from '../transfer/export/pick-columns.ts';
import { exportState } from '../transfer/export-state.ts';
import { openApp } from './open-app.ts';
import { writeJson } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { who } from './who.ts';

/** By the end of the file's name; on the screen text, and lines of JSON for programs. */
const formatOf = (file: string | undefined, json: boolean): ExportFormat => {
  if (file === undefined) return json ? 'jsonl' : 'csv';
  const [, ending] = /\.(csv|xlsx)$/i.exec(file) ?? [];
  if (ending === undefined) throw new UsageError('export_format', { file });
  return ending.toLowerCase() === 'xlsx' ? 'xlsx' : 'csv';
};

const state = async (call: Call): Promise<0> => {
  const opened = await openApp(call, { verb: 'export', mode: 'short' });
  try {
    for await (const line of exportState(opened.app)) call.process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};

const segment = async (call: Call, words: readonly string[], options: ReadonlyMap<string, string>): Promise<0> => {
  const { global, process } = call;
  const { lang, json } = global;
  const file = options.get('to');
  const format = formatOf(file, json);
  const opened = await openApp(call, { verb: 'export', mode: 'short' });
  try {
    const { app } = opened;
    const actor = who(global, app.inForce.people());
    await refuseViewer({ app, actor, lang, atHand: null }, null);
    const tags = app.inForce.tree();
    const columns = pickColumns(options.get('columns'), createHeadings(tags));
    const asked = await askSegment(app, words);
    const view = { app, lang, zone: zoneOf(app, actor.id) };
    const onScreen = { stream: process.stdout, mark: process.stdout.isTTY !== true };
    const to = file === undefined ? onScreen : { path: resolve(process.cwd, file), file };
    const count = await exportSegment({ asked, columns, view, actor, format, to });
    const doc = { query: asked.query, understood: understood({ bound: asked.bound, tags, lang }), count, file: file ?? null };
    if (file === undefined) return 0;
    if (json) writeJson(call, { ...doc, columns: columns.map(({ id }) => id) });
    else process.stdout.write(`${renderTableWritten({ ...doc, file }, lang)}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};

export const exportVerb: Verb = {
  name: 'export',
  usage: {
    zh: 'export segment 条件 [--columns 列,列] [--to 文件.csv|文件.xlsx] · export state',
    en: 'export segment QUERY [--columns A,B] [--to FILE.csv|FILE.xlsx] · export state',
  },
  summary: {
    zh: '把一个分群导出成表格；export state 每位客户一行 JSON，是折叠所有事件得到的状态',
    en: 'a segment as a table; export state: one JSON line a customer, the state that all events fold to',
  },
  run: async (call) => {
    const { words, options } = readArgs(call.args, ['columns', 'to']);
    const [what, ...query] = words;
    if (what === 'segment') return segment(call, query, options);
    if (what !== 'state' || query.length > 0 || options.size > 0) throw new UsageError('export_usage');
    return state(call);
  },
};
