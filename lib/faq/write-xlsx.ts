import writeExcelFile from 'write-excel-file/node'

/** In characters; wide enough to read a question, narrow enough to see that there is more. */
const COLUMN_WIDTH = 28

/** Lines of text as a workbook of one sheet whose first line stays in view. Every cell is text, never a number or a formula. */
export async function writeXlsx(lines: string[][]): Promise<Buffer> {
  const [head = []] = lines
  const rows = lines.map((line, index) =>
    line.map((text) => ({ type: String, value: text, ...(index === 0 && { fontWeight: 'bold' as const }) })),
  )
  return writeExcelFile(rows, { columns: head.map(() => ({ width: COLUMN_WIDTH })), stickyRowsCount: 1 }).toBuffer()
}
