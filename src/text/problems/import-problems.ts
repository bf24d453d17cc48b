/** What is wrong with a table or a row of it, as in `file-problems.ts`. */
export const importProblems: Record<string, string> = {
  // Columns and their map
  'Write heading: meaning lines, like 客户手机: phone, or 内部编码: ignore.':
    '每行写“表头: 含义”，例如 客户手机: 手机，或 内部编码: 忽略。',
  'Nothing is called so: write name, phone, tags, a group of tags, or ignore.':
    '没有这个含义：写 姓名、手机、标签、某个标签组的名字，或 忽略。',
  'Nothing is called so; did you mean {}?': '没有这个含义，是不是 {}？',
  'The table has no such column.': '表里没有这一列。',
  'The table has no such column; did you mean {}?': '表里没有这一列，是不是 {}？',
  'Say which one counts, this or {}: both mean the same.': '和“{}”是同一个意思，请说明以哪一列为准。',
  'Two columns have this heading: take one of them out of the table, or give it another heading.':
    '有两列是同一个表头：从表里去掉一列，或给它改个表头。',
  'Say what it is, or ignore it: so named it is part of an order, and there is no column of order numbers.':
    '这个名字属于订单，而表里没有订单号：请说明它是什么，或忽略它。',
  'Did you mean {}? There is no such column here.': '没有这样的列，是不是 {}？',

  // Cells
  'Write one phone number, like 13800138000 or 010-12345678.': '写一个电话号码，例如 13800138000 或 010-12345678。',
  'Write one e-mail address, like mei@example.com.': '写一个邮箱地址，例如 mei@example.com。',
  'Write a date like 2026-03-01 or 2026-03-01 09:00.': '日期写成 2026-03-01 或 2026-03-01 09:00。',
  'This lies ahead: write a time up to now.': '时间在将来：不能晚于现在。',
  'Write an amount like 5000, 5,000.00 or 1.2万.': '金额写成 5000、5,000.00 或 1.2万。',
  'Write an amount with no more decimals than its currency has.': '金额的小数位数超过了这个币种。',
  'Write a currency of ISO 4217, like CNY.': '写 ISO 4217 的货币代码，例如 CNY。',
  'The sign beside the amount says another currency than the column of currencies: keep one.':
    '金额旁的符号和币种一列不是同一种货币：只留一个。',
  'The spreadsheet program shortened the number: make the column text and write it out.':
    '表格软件把号码变成了科学计数：把这一列设为文本，再写出完整的号码。',
  'The spreadsheet program rounded the number: make the column text and write it out.':
    '表格软件把长号码的末几位变成了 0：把这一列设为文本，再写出完整的号码。',
  'The formula has no result: open the table once and save it, or write the value.':
    '公式没有结果：用表格软件打开保存一次，或直接写值。',
  'The cell holds an error of the spreadsheet program: write the value.': '单元格里是表格软件的错误值：请直接写值。',
  'Write 男 or 女.': '写 男 或 女。',
  'Write a year, like 1990.': '写年份，例如 1990。',
  'Write a name here.': '这里要写名字。',
  'The number is masked here: write the number itself, or leave it out.': '这里的号码已被掩盖：请写原来的号码，或留空。',

  // Tags and people
  'There is no such tag in the library.': '标签库里没有这个标签。',
  'There is no such tag; did you mean {}?': '没有这个标签，是不是 {}？',
  'The group {} has no such tag.': '标签组“{}”里没有这个标签。',
  'Write which tag it is: {}.': '请写清是哪个标签：{}。',
  'Only a manager may import the tag {}.': '标签“{}”受限，只有主管可以导入。',
  'The tag {} only gathers others, or is archived: take one of its tags.': '“{}”只用来归类或已归档，请改用它下面的标签。',
  'Keep one of {} and {}: they exclude each other.': '“{}”和“{}”互斥，只留一个。',
  'Nobody among the people is called so.': '人员里没有这个人。',
  'Nobody among the people is called so; did you mean {}?': '人员里没有这个人，是不是 {}？',
  'This is a member of staff, who is no customer.': '这是同事，不会当作客户。',

  // Rows
  'Say who it is: a name, a customer number, a mobile phone or an e-mail address.':
    '请写明是谁：姓名、客户编号、手机或邮箱至少一项。',
  'There are more cells than headings: put a cell that holds a comma in quotes.': '单元格比表头多：里面有逗号的单元格要加引号。',
  'Say whose payment it is: an order number, a customer number, a name, a mobile phone or an e-mail address.':
    '请写明是谁的付款：订单号、客户编号、姓名、手机或邮箱至少一项。',
  'A payment needs an amount.': '缺付款金额。',
  'A payment needs a date.': '缺付款日期。',
  'Give each payment a number of its own, or leave one of them out: row {} is as good as the same.':
    '和第 {} 行几乎是同一笔付款：给每笔付款各写一个编号，或去掉一行。',
  'A payment of this number is here already and says something else: check the number.':
    '这个编号的付款已经有了，内容不同：请检查编号。',
  'There is no such order: check its number, import the orders first, or say which customer it is.':
    '没有这个订单：检查订单号、先导入订单，或写明是哪位客户。',
  'An order needs an order number.': '缺订单号。',
  'An order needs an amount.': '缺金额。',
  'An order needs a date.': '缺下单日期。',
  'Keep one of them: row {} is the same customer and says something else. Imported by itself, this row counts.':
    '和第 {} 行是同一位客户，但内容不同：只留一行。单独导入这一行，就以它为准。',
  'Put an order into one row: it stands in row {} too.': '这个订单在第 {} 行也有：一个订单写成一行。',
  'There is no such customer: check the name or number, or import the customers first.':
    '没有这位客户：检查名字或编号，或先导入客户。',
  'Say which customer it is, or join them first: {}.': '可能是这几位客户：{}。请写明是哪一位，或先合并。',
};
