import { posix } from 'node:path';
import { TagwiseError, UserError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { isBlank, type Row, type Table } from '../table.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { readMerged } from './read-merged.ts';
import { readSheet, type Workbook } from './read-sheet.ts';
import { readStrings } from './read-strings.ts';
import { readDateStyles } from './read-styles.ts';
import { readAllXml } from './read-xml.ts';

const BOOK = 'xl/workbook.xml';

interface Sheets {
  since1904: boolean;
  /** Those that are not hidden. */
  visible: { name: string; id: string }[];
}

const readSheets = async (archive: Archive, file: string): Promise<Sheets> => {
  const sheets: Sheets = { since1904: false, visible: [] };
  let all = 0;
  await readAllXml(await archive.open(BOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') sheets.since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      all += 1;
      if (all > LIMITS.sheets) throw new UserError('import_too_many_sheets', { file, most: LIMITS.sheets });
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined && (attributes['state'] ?? 'visible') === 'visible')
        sheets.visible.push({ name: attributes['name'] ?? '', id });
    },
  });
  return sheets;
};

/** Where the parts lie that the book names. */
const readTargets = async (archive: Archive): Promise<Map<string, string>> => {
  const targets = new Map<string, string>();
  await readAllXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open: (_name, { Id, Target }) => {
      if (Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  return targets;
};

const readWorkbook = async (archive: Archive, since1904: boolean): Promise<Workbook> => ({
  strings: archive.has('xl/sharedStrings.xml') ? await readStrings(await archive.open('xl/sharedStrings.xml')) : [],
  dates: archive.has('xl/styles.xml') ? await readDateStyles(await archive.open('xl/styles.xml')) : [],
  since1904,
});

/** Whatever the readers of archives and XML stumble over is a file that nobody can open. */
const readable = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TagwiseError) throw error;
    throw new UserError('import_broken_workbook', { file }, { cause: error });
  }
};

async function* rowsOf(path: string, file: string, target: string, since1904: boolean): AsyncGenerator<Row> {
  const archive = await openArchive(path, file);
  try {
    const workbook = await readWorkbook(archive, since1904);
    const merged = await readMerged(await archive.open(target));
    for await (const row of readSheet(await archive.open(target), workbook, merged)) if (!isBlank(row)) yield row;
  } catch (error) {
    if (error instanceof TagwiseError) throw error;
    throw new UserError('import_broken_workbook', { file }, { cause: error });
  } finally {
    archive.close();
  }
}

/**
 * Opens the first visible sheet of an XLSX workbook as a table.
 * @throws UserError for a file that is encrypted, broken, too large, or no such workbook.
 */
export const openXlsx = ({ path, file }: { path: string; file: string }): Promise<Table> =>
  readable(file, async () => {
    const archive = await openArchive(path, file);
    try {
      if (!archive.has(BOOK)) throw new UserError('import_no_workbook', { file });
      const { visible, since1904 } = await readSheets(archive, file);
      const [sheet, ...others] = visible;
      const target = sheet ? (await readTargets(archive)).get(sheet.id) : undefined;
      if (!sheet || target === undefined) throw new UserError('import_no_workbook', { file });
      const names = { sheet: sheet.name, otherSheets: others.map(({ name }) => name) };
      return { format: 'xlsx', ...names, rows: () => rowsOf(path, file, target, since1904) };
    } finally {
      archive.close();
    }
  });
