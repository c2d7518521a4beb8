import Papa from 'papaparse'
import { plainCell } from '@/lib/faq/defuse-cell'
import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import { type ImportRow, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'

/** So many blank lines may stand between the rows; beyond, it is not read at all. */
const MAX_LINES = MAX_IMPORT_ROWS * 2

/**
 * CSV, with commas, semicolons, tabs or bars, its first line being the names of the columns.
 * @throws AppError unprocessable (empty, too_many_rows, too_many_columns)
 */
export function readCsv(text: string): { columns: string[]; rows: ImportRow[] } {
  const lines = text.replace(/\r\n?/g, '\n')
  const { data, errors } = Papa.parse<string[]>(lines, {
    newline: '\n',
    delimiter: delimiterOf(lines),
    preview: MAX_LINES + 1,
  })
  if (data.length > MAX_LINES) throw refuseFile('too_many_rows')
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  return tableOf(data.map((cells, index) => ({ cells, isBroken: broken.has(index) })))
}

// A bar comes last: it also separates the variants inside a cell. The names of columns hold none of the others.
const DELIMITERS = [',', ';', '\t', '|'] as const

/** What parts the names of the columns. A guess at the rows would be misled by one column of long texts. */
function delimiterOf(text: string): string {
  // Nothing that ends a line in what may stand before a name: a file of such ends alone would be read from each of them anew.
  const names = (/^[^\S\n\t\u2028\u2029]*\S[^\n]*/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '""')
  const counts = DELIMITERS.map((delimiter) => names.split(delimiter).length - 1)
  const [bars] = counts.splice(-1)
  const most = Math.max(...counts)
  return most > 0 ? (DELIMITERS[counts.indexOf(most)] ?? ',') : bars ? '|' : ','
}

/**
 * The lines of a sheet as a table: the first that holds anything names the columns, blank ones are left out.
 * @throws AppError unprocessable (empty, too_many_rows, too_many_columns)
 */
export function tableOf(lines: { cells: unknown[]; isBroken?: boolean }[]): { columns: string[]; rows: ImportRow[] } {
  const top = lines.findIndex(({ cells }) => !isBlank(cells))
  const columns = trimEnd(lines[top]?.cells ?? []).map((cell) => String(plainCell(cell) ?? '').trim())
  if (columns.length > MAX_IMPORT_COLUMNS) throw refuseFile('too_many_columns')
  const rows: ImportRow[] = []
  for (let at = top + 1; top >= 0 && at < lines.length; at++) {
    const { cells = [], isBroken = false } = lines[at] ?? {}
    if (isBlank(cells)) continue
    if (rows.length === MAX_IMPORT_ROWS) throw refuseFile('too_many_rows')
    const row: ImportRow = { number: at + 1, cells: columns.map((_, column) => plainCell(cells[column] ?? '')) }
    if (isBroken) row.problem = { field: null, kind: 'quotes' }
    else if (!isBlank(cells.slice(columns.length))) row.problem = { field: null, kind: 'cells' }
    rows.push(row)
  }
  if (rows.length === 0) throw refuseFile('empty')
  return { columns, rows }
}

function isBlank(cells: unknown[]): boolean {
  return cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''))
}

function trimEnd(cells: unknown[]): unknown[] {
  const last = cells.findLastIndex((cell) => !isBlank([cell]))
  return cells.slice(0, last + 1)
}
