import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

const AS_WORKBOOK = {
  zh: () => '用 Excel 或 WPS 打开，另存为 .xlsx（不设密码）或 CSV UTF-8，再导入。',
  en: () => 'Open it in a spreadsheet program, save it as .xlsx without a password, or as CSV UTF-8, and import that.',
};
const SMALLER = {
  zh: () => '把表拆成几份，分别导入。',
  en: () => 'Part the table into several and import one after another.',
};
const MAP = {
  zh: () =>
    '写一个映射文件，每行一列，例如“客户手机: 手机”或“内部编码: 忽略”，再加上 --map 文件；先用 --preview 看看读成了什么。',
  en: () =>
    'Write a map with a line a column, like Cell no.: phone, or Internal code: ignore, and add --map FILE; --preview shows what is understood.',
};

/** Tables that come in and go out. */
export const transferErrors = {
  import_usage: {
    zh: () => 'import 后面要写一个文件。',
    en: () => 'After import comes one file.',
    hint: {
      zh: () => '例如：import 客户.xlsx --preview 先看，再 import 客户.xlsx。',
      en: () => 'Like: import customers.xlsx --preview to look first, then import customers.xlsx.',
    },
  },
  import_empty: {
    zh: (p: Params) => `文件 ${p['file']} 是空的。`,
    en: (p: Params) => `The file ${p['file']} is empty.`,
    hint: {
      zh: () => '第一行写表头，例如 姓名,手机,标签，下面每行一位客户。',
      en: () => 'Write headings in the first row, like name,phone,tags, and a customer in each row below.',
    },
  },
  import_no_heading: {
    zh: (p: Params) => `在 ${p['file']} 的前几行里找不到表头。`,
    en: (p: Params) => `No headings were found in the first rows of ${p['file']}.`,
    hint: {
      zh: () => '第一行写表头，例如 姓名、手机、负责人、标签；表头另有叫法就用 --map 文件 说明。',
      en: () =>
        'Write headings in the first row, like name, phone, owner, tags; where they have other names, say so with --map FILE.',
    },
  },
  import_no_rows: {
    zh: (p: Params) => `${p['file']} 只有表头，下面没有内容。`,
    en: (p: Params) => `${p['file']} has headings and no rows below them.`,
    hint: { zh: () => '表头下面每行写一位客户或一个订单。', en: () => 'Write a customer or an order in each row below.' },
  },
  import_nobody: {
    zh: (p: Params) => `${p['file']} 里没有一列说明是哪位客户。`,
    en: (p: Params) => `No column of ${p['file']} says which customer a row is about.`,
    hint: {
      zh: () => '至少要有 姓名、客户编号、手机、邮箱 中的一列；表头另有叫法就用 --map 文件 说明。',
      en: () =>
        'There must be a column for name, customer ID, phone or e-mail; where it has another name, say so with --map FILE.',
    },
  },
  import_order_columns: {
    zh: (p: Params) => `表格 ${p['file']} 还缺这些列：${p['lacking']}。`,
    en: (p: Params) => `The table ${p['file']} lacks columns: ${p['lacking']}.`,
    hint: {
      zh: () => '订单要有 订单号、金额、下单时间；表头另有叫法就用 --map 文件 说明。',
      en: () => 'Orders need order, amount and date; where the headings have other names, say so with --map FILE.',
    },
  },
  import_columns: {
    zh: (p: Params) => `有 ${p['count']} 个表头拿不准，什么都没有导入。`,
    en: (p: Params) => `Nothing was imported: ${p['count']} ${p['count'] === 1 ? 'heading is' : 'headings are'} in doubt.`,
    hint: MAP,
  },
  import_map_broken: {
    zh: (p: Params) => `映射文件有 ${p['count']} 处问题，什么都没有导入。`,
    en: (p: Params) => `Nothing was imported: ${p['count']} ${p['count'] === 1 ? 'mistake' : 'mistakes'} in the map.`,
    hint: { zh: () => '按列出的行改正后再试。', en: () => 'Mend the lines named here and try again.' },
  },
  import_encoding: {
    zh: (p: Params) => `${p['file']} 不是能读的表格：既不是 XLSX，也不是 UTF-8 或 GB18030 的文字。`,
    en: (p: Params) => `${p['file']} is no table that can be read: neither XLSX nor text in UTF-8 or GB18030.`,
    hint: AS_WORKBOOK,
  },
  import_damaged_text: {
    zh: (p: Params) => `${p['file']} 第 ${p['line']} 行有损坏的 UTF-8 字符，什么都没有导入。`,
    en: (p: Params) => `Nothing was imported: line ${p['line']} of ${p['file']} has a damaged character of UTF-8.`,
    hint: AS_WORKBOOK,
  },
  import_old_workbook: {
    zh: (p: Params) => `${p['file']} 是旧的 .xls 文件，或者设了密码。`,
    en: (p: Params) => `${p['file']} is an old .xls file, or has a password.`,
    hint: AS_WORKBOOK,
  },
  import_encrypted: {
    zh: (p: Params) => `${p['file']} 设了密码，打不开。`,
    en: (p: Params) => `${p['file']} has a password and cannot be opened.`,
    hint: AS_WORKBOOK,
  },
  import_no_workbook: {
    zh: (p: Params) => `${p['file']} 是压缩文件，里面却没有能读的工作表。`,
    en: (p: Params) => `${p['file']} is an archive without a sheet that can be read.`,
    hint: AS_WORKBOOK,
  },
  import_page: {
    zh: (p: Params) => `${p['file']} 其实是网页或 XML，只是名字像表格。`,
    en: (p: Params) => `${p['file']} is a web page or XML with the name of a table.`,
    hint: AS_WORKBOOK,
  },
  import_broken_workbook: {
    zh: (p: Params) => `${p['file']} 损坏或不完整，打不开。`,
    en: (p: Params) => `${p['file']} is damaged or cut off and cannot be opened.`,
    hint: AS_WORKBOOK,
  },
  import_bomb: {
    zh: (p: Params) => `${p['file']} 解压后会超过 ${p['most']} MB，没有打开。`,
    en: (p: Params) => `${p['file']} would unpack to more than ${p['most']} MB and was not opened.`,
    hint: SMALLER,
  },
  import_too_large: {
    zh: (p: Params) => `${p['file']} 超过 ${p['most']} MB。`,
    en: (p: Params) => `${p['file']} is larger than ${p['most']} MB.`,
    hint: SMALLER,
  },
  import_too_many_rows: {
    zh: (p: Params) => `表格超过 ${p['most']} 行。`,
    en: (p: Params) => `The table has more than ${p['most']} rows.`,
    hint: SMALLER,
  },
  import_too_many_columns: {
    zh: (p: Params) => `表格超过 ${p['most']} 列。`,
    en: (p: Params) => `The table has more than ${p['most']} columns.`,
    hint: {
      zh: () => '只留下有用的列，再导入。',
      en: () => 'Keep the columns that matter and import that.',
    },
  },
  import_too_many_sheets: {
    zh: (p: Params) => `${p['file']} 超过 ${p['most']} 个工作表。`,
    en: (p: Params) => `${p['file']} has more than ${p['most']} sheets.`,
    hint: { zh: () => '只留下要导入的那一个。', en: () => 'Keep the one that is to be imported.' },
  },
  import_cell_too_long: {
    zh: (p: Params) => `第 ${p['row']} 行有一个单元格超过 ${p['most']} 个字。`,
    en: (p: Params) => `A cell in row ${p['row']} has more than ${p['most']} characters.`,
    hint: {
      zh: () => '缩短它；如果是 CSV，检查这一行是不是少了一个引号。',
      en: () => 'Shorten it; in a CSV file, look whether a quote is missing in that row.',
    },
  },
  import_open_quote: {
    zh: (p: Params) => `第 ${p['row']} 行的引号没有合上。`,
    en: (p: Params) => `A quote in row ${p['row']} is never closed.`,
    hint: {
      zh: () => '补上引号；单元格里面的引号要写两个。',
      en: () => 'Close it; a quote inside a cell is written twice.',
    },
  },
  export_format: {
    zh: (p: Params) => `从 ${p['file']} 的名字看不出要写成哪种表格。`,
    en: (p: Params) => `The name ${p['file']} does not say which kind of table to write.`,
    hint: { zh: () => '文件名以 .csv 或 .xlsx 结尾。', en: () => 'End it with .csv or .xlsx.' },
  },
  export_file_there: {
    zh: (p: Params) => `${p['file']} 已经有了，没有动它。`,
    en: (p: Params) => `${p['file']} is there already, and is left as it is.`,
    hint: {
      zh: () => '换一个文件名，或加上 --overwrite 覆盖它。',
      en: () => 'Give another name, or replace it with --overwrite.',
    },
  },
  export_unknown_column: {
    zh: (p: Params) => `没有“${p['word']}”这一列。`,
    en: (p: Params) => `There is no column "${p['word']}".`,
    hint: {
      zh: (p: Params) => `${p['near'] ? `是不是 ${p['near']}？` : ''}可以选：${p['known']}。`,
      en: (p: Params) => `${p['nearEn'] ? `Did you mean ${p['nearEn']}? ` : ''}There are: ${p['knownEn']}.`,
    },
  },
  whole_contacts_managers_only: {
    zh: (p: Params) => `角色 ${p['role']} 导出的电话和邮箱只有掩码。`,
    en: (p: Params) => `The role ${p['role']} exports phone numbers and addresses masked only.`,
    hint: {
      zh: () => '去掉 --whole-contacts；要完整的，请主管或管理员来导。',
      en: () => 'Leave --whole-contacts out, or ask a manager or an admin for whole ones.',
    },
  },
  contacts_other_key: {
    zh: () => '这些电话和邮箱是用另一把密钥封存的，这里读不出来。',
    en: () => 'These phone numbers and addresses were sealed with another key, and cannot be read here.',
    hint: {
      zh: () => '把封存它们的密钥写进 TAGWISE_CONTACTS_KEY（原目录里的 contacts.key）；密钥丢了就重新导入表格。',
      en: () =>
        'Give the key that sealed them in TAGWISE_CONTACTS_KEY (contacts.key of that home); where it is lost, import the tables again.',
    },
  },
  export_too_many: {
    zh: (p: Params) => `${p['count']} 位客户放不进一个工作表，最多 ${p['most']} 行。`,
    en: (p: Params) => `${p['count']} customers do not fit into one sheet, which has ${p['most']} rows at most.`,
    hint: { zh: () => '改写成 .csv，或缩小条件。', en: () => 'Write .csv instead, or narrow the query.' },
  },
} satisfies Record<string, Sentence>;
