import { readSheet } from 'read-excel-file/universal'
import { guardXlsx } from '@/lib/faq/read-import/guard-xlsx'
import { tableOf } from '@/lib/faq/read-import/read-csv'
import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import type { ImportRow } from '@/lib/faq/read-import/schema'

/**
 * The first sheet of a workbook. Dates come as Date, by a clock that stands at UTC.
 * @throws AppError unprocessable (broken_xlsx, xlsx_too_large, empty, too_many_rows, too_many_columns)
 */
export async function readXlsx(bytes: Uint8Array): Promise<{ columns: string[]; rows: ImportRow[] }> {
  const file = Buffer.from(bytes)
  guardXlsx(file)
  return tableOf((await readLines(file)).map((cells) => ({ cells })))
}

async function readLines(file: Buffer): Promise<unknown[][]> {
  try {
    // A line break at the end of a cell means something: see split-list.ts.
    return await readSheet(new Blob([new Uint8Array(file)]), 1, { trim: false })
  } catch (cause) {
    throw refuseFile('broken_xlsx', cause)
  }
}
