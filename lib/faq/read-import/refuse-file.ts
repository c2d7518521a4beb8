import { AppError } from '@/lib/errors'
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'

const MESSAGES = {
  empty: 'The file has no rows.',
  encoding: 'The file is neither UTF-8 nor GB18030.',
  damaged: 'The file is UTF-8, but parts of it are broken: it was damaged or cut off.',
  old_excel: 'This is a workbook of Excel 2003 or older (.xls). Save it as .xlsx or CSV.',
  broken_xlsx: 'The workbook cannot be read.',
  xlsx_too_large: 'Unpacked, the workbook is too large.',
  broken_json: 'The file is not valid JSON: a list, {"items": […]}, or one object a line.',
  too_many_rows: `The file has more than ${MAX_IMPORT_ROWS} rows.`,
  too_many_columns: `The file has more than ${MAX_IMPORT_COLUMNS} columns.`,
} as const

/** Why a whole file cannot be imported, in a word that the screen translates. */
export type FileProblem = keyof typeof MESSAGES

/** An AppError unprocessable whose `details.reason` is the word. */
export function refuseFile(reason: FileProblem, cause?: unknown): AppError {
  return new AppError('unprocessable', MESSAGES[reason], { cause, details: { reason } })
}
