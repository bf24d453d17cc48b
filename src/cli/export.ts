import { resolve } from 'node:path';
import { zoneOf } from '../answers/zone-of.ts';
import { askSegment } from '../commands/ask-segment.ts';
import { auditDenials } from '../commands/change-customer.ts';
import type { Context } from '../commands/command.ts';
import { readArgs } from '../commands/read-args.ts';
import { refuseViewer } from '../commands/refuse-viewer.ts';
import { CONTACT_FIELDS } from '../domain/contact-key.ts';
import { UsageError, UserError } from '../errors.ts';
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

/** Contacts go out masked, for whoever may take them whole and asks for it whole. */
const refuseWhole = async (context: Context): Promise<void> => {
  const { role } = context.actor;
  if (role === 'manager' || role === 'admin') return;
  const error = new UserError('whole_contacts_managers_only', { role });
  await auditDenials(context, null, error);
  throw error;
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
    const context = { app, actor, lang, atHand: null };
    await refuseViewer(context, null);
    if (options.has('whole-contacts')) await refuseWhole(context);
    const tags = app.inForce.tree();
    const columns = pickColumns(options.get('columns'), createHeadings(tags));
    const asked = await askSegment(app, words);
    const contacts = columns.map(({ id }) => id).filter((id) => CONTACT_FIELDS.includes(id));
    const whole = options.has('whole-contacts') ? contacts : [];
    const view = { app, lang, zone: zoneOf(app, actor.id), contacts: null };
    const onScreen = { stream: process.stdout, mark: process.stdout.isTTY !== true };
    const to = file === undefined ? onScreen : { path: resolve(process.cwd, file), file, overwrite: options.has('overwrite') };
    const count = await exportSegment({ asked, columns, view, actor, format, whole, to });
    const doc = { query: asked.query, understood: understood({ bound: asked.bound, tags, lang }), count, file: file ?? null };
    if (file === undefined) return 0;
    const form = contacts.length === 0 ? null : whole.length > 0 ? 'whole' : 'masked';
    if (json) writeJson(call, { ...doc, contacts: form, columns: columns.map(({ id }) => id) });
    else process.stdout.write(`${renderTableWritten({ ...doc, file, contacts: form }, lang)}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};

export const exportVerb: Verb = {
  name: 'export',
  usage: {
    zh: 'export segment 条件 [--columns 列,列] [--to 文件.csv|文件.xlsx] [--overwrite] [--whole-contacts] · export state',
    en: 'export segment QUERY [--columns A,B] [--to FILE.csv|FILE.xlsx] [--overwrite] [--whole-contacts] · export state',
  },
  summary: {
    zh: '把一个分群导出成表格，电话和邮箱是掩码（主管可以用 --whole-contacts 要完整的）；export state 每位客户一行 JSON，是折叠所有事件得到的状态',
    en: 'a segment as a table, contacts masked (managers get them whole with --whole-contacts); export state: one JSON line a customer, the state that all events fold to',
  },
  run: async (call) => {
    const { words, options } = readArgs(call.args, ['columns', 'to'], ['whole-contacts', 'overwrite']);
    const [what, ...query] = words;
    if (what === 'segment') return segment(call, query, options);
    if (what !== 'state' || query.length > 0 || options.size > 0) throw new UsageError('export_usage');
    return state(call);
  },
};
