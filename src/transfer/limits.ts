/** What a table may have. More is no list of customers, and would not fit into memory or patience. */
export const LIMITS = {
  /** Of the file as it lies on the disk. */
  bytes: 100_000_000,
  /** Of all that a workbook unpacks to. */
  unpacked: 200_000_000,
  /** Files inside a workbook. */
  parts: 2_000,
  sheets: 100,
  /** Texts that the cells of a workbook share, and kinds of cells that it has. */
  shared: 3_000_000,
  columns: 200,
  rows: 200_000,
  /** UTF-16 units in one cell; a spreadsheet program itself stops at 32 767. */
  cell: 32_767,
} as const;
