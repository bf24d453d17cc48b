import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { zoneOf } from '../answers/zone-of.ts';
import { readArgs } from '../commands/read-args.ts';
import { refuseViewer } from '../commands/refuse-viewer.ts';
import { UsageError, UserError } from '../errors.ts';
import { errorsTitles, reasonWords } from '../text/import.ts';
import { renderImport } from '../text/terminal/render-import.ts';
import { importFile } from '../transfer/import/import-file.ts';
import { openTable } from '../transfer/open-table.ts';
import { openApp } from './open-app.ts';
import { viewOf, writeJson } from './output.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Call, Verb } from './verb.ts';
import { who } from './who.ts';

const readMapFile = async ({ process }: Call, file: string | undefined): Promise<{ text: string; file: string } | null> => {
  if (file === undefined) return null;
  const text = await readFile(resolve(process.cwd, file), 'utf8').catch(() => {
    throw new UserError('no_such_file', { file });
  });
  return { text, file };
};

/** A path as somebody in this folder types it. */
const toType = (cwd: string, path: string | null): string | null => {
  if (path === null) return null;
  const near = relative(cwd, path);
  const short = near.startsWith('..') ? path : near;
  return /\s/.test(short) ? `"${short}"` : short;
};

export const importVerb: Verb = {
  name: 'import',
  usage: { zh: 'import 文件 [--preview] [--map 文件]', en: 'import FILE [--preview] [--map FILE]' },
  summary: {
    zh: '导入 CSV 或 XLSX 里的客户、标签、订单或付款；--preview 只看不写',
    en: 'takes customers, tags, orders or payments from CSV or XLSX; --preview only looks',
  },
  run: async (call) => {
    const { global, process } = call;
    const { words, options } = readArgs(call.args, ['map'], ['preview']);
    const [file, ...others] = words;
    if (file === undefined || others.length > 0) throw new UsageError('import_usage');
    const preview = options.has('preview');
    const path = resolve(process.cwd, file);
    const table = await openTable(path, file);
    const map = await readMapFile(call, options.get('map'));
    const opened = await openApp(call, { verb: 'import', mode: 'short', writes: !preview, silent: true });
    try {
      const { app, home } = opened;
      const { lang } = global;
      const actor = who(global, app.inForce.people());
      await refuseViewer({ app, actor, lang, atHand: null }, null);
      const bar = createProgressBar(process.stderr);
      const zone = zoneOf(app, actor.id);
      const doc = await importFile({
        ...{ app, actor, table, path, file, map, zone, lang, preview, home: home.dir },
        ...{ words: { titles: errorsTitles[lang], reason: reasonWords(lang) }, progress: bar.show, signal: process.signal },
      }).finally(bar.clear);
      if (global.json) writeJson(call, doc);
      else
        process.stdout.write(
          `${renderImport({ ...doc, errorsFile: toType(process.cwd, doc.errorsFile) }, { ...viewOf(call, app), zone }).join('\n')}\n`,
        );
      return doc.failed > 0 ? 1 : 0;
    } finally {
      await opened.close();
    }
  },
};
