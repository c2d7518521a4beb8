import Papa from 'papaparse'
import { plainCell } from '@/lib/faq/defuse-cell'
import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import { type ImportRow, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'
import { FIELD_NAMES, findName } from '@/lib/faq/read-import/words'

/** So many blank lines may stand between the rows; beyond, it is not read at all. */
const MAX_LINES = MAX_IMPORT_ROWS * 2

/**
 * CSV, with commas, semicolons, tabs or bars, the names of the columns first, or below some lines of title.
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

/** So many lines may stand above the names of the columns: a title, a date, who made the sheet. */
const MAX_TITLES = 10

/** What parts the names of the columns. A guess at the rows would be misled by one column of long texts. */
function delimiterOf(text: string): string {
  // Nothing that ends a line in what may stand before a name: a file of such ends alone would be read from each of them anew.
  const tops: string[] = []
  for (const [line] of text.matchAll(/^[^\S\n\t\u2028\u2029]*\S[^\n]*/gm)) {
    if (tops.push(line.replace(/"[^"]*"/g, '""')) > MAX_TITLES) break
  }
  const [first = ''] = tops
  const isTitle = !DELIMITERS.some((delimiter) => first.includes(delimiter)) && !findName(FIELD_NAMES, first)
  const names = (isTitle && tops.find((line) => DELIMITERS.some((delimiter) => line.includes(delimiter)))) || first
  const counts = DELIMITERS.map((delimiter) => names.split(delimiter).length - 1)
  const [bars] = counts.splice(-1)
  const most = Math.max(...counts)
  return most > 0 ? (DELIMITERS[counts.indexOf(most)] ?? ',') : bars ? '|' : ','
}

/**
 * Which line names the columns: the first that holds anything, unless it is a title, one cell that names nothing above lines of several. Where
 * none holds anything, -1.
 */
function findNames(lines: { cells: unknown[] }[]): number {
  const first = lines.findIndex(({ cells }) => !isBlank(cells))
  const filled = (lines[first]?.cells ?? []).filter((cell) => !isBlank([cell]))
  if (filled.length !== 1 || findName(FIELD_NAMES, String(filled[0]))) return first
  let titles = 0
  for (let at = first; at < lines.length && titles <= MAX_TITLES; at++) {
    const count = (lines[at]?.cells ?? []).filter((cell) => !isBlank([cell])).length
    if (count > 1) return at
    if (count === 1) titles++
  }
  return first
}

/**
 * The lines of a sheet as a table: names of the columns, and rows; titles above the names and blank lines are left out.
 * @throws AppError unprocessable (empty, too_many_rows, too_many_columns)
 */
export function tableOf(lines: { cells: unknown[]; isBroken?: boolean }[]): { columns: string[]; rows: ImportRow[] } {
  const top = findNames(lines)
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
