import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import { type ImportFormat, type ImportRow, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'

type Item = { number: number; value: unknown; isBroken?: boolean }

/**
 * A list of objects, `{items: […]}`, or one object a line. Every key that occurs is a column.
 * @throws AppError unprocessable (broken_json, empty, too_many_rows, too_many_columns)
 */
export function readJson(text: string): { format: ImportFormat; columns: string[]; rows: ImportRow[] } {
  const list = readList(text)
  const items = list?.map((value, index): Item => ({ number: index + 1, value })) ?? readLines(text)
  if (items.length === 0) throw refuseFile('empty')
  if (items.length > MAX_IMPORT_ROWS) throw refuseFile('too_many_rows')
  // A broken line among good ones is that row's problem; where none is good it is no such file.
  if (items.every(({ isBroken }) => isBroken)) throw refuseFile('broken_json')
  const columns = [...new Set(items.flatMap(({ value }) => (isRecord(value) ? Object.keys(value) : [])))]
  if (columns.length > MAX_IMPORT_COLUMNS) throw refuseFile('too_many_columns')
  const rows = items.map(({ number, value }): ImportRow => {
    if (!isRecord(value)) return { number, cells: [], problem: { field: null, kind: 'json' } }
    return { number, cells: columns.map((column) => (Object.hasOwn(value, column) ? value[column] : undefined)) }
  })
  return { format: list ? 'json' : 'ndjson', columns, rows }
}

function readList(text: string): unknown[] | null {
  const value = parse(text)
  if (Array.isArray(value)) return value
  if (isRecord(value) && Array.isArray(value.items)) return value.items
  if (value === undefined && text.trimStart().startsWith('[')) throw refuseFile('broken_json')
  return null
}

function readLines(text: string): Item[] {
  return text.split('\n').flatMap((line, index): Item[] => {
    if (line.trim() === '') return []
    const value = parse(line)
    return [{ number: index + 1, value, isBroken: value === undefined }]
  })
}

/** Undefined, which no JSON text says, when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
