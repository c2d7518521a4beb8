import Papa from 'papaparse'
import { defuseCell } from '@/lib/faq/defuse-cell'

/** What a column's values are: a share is 0 to 1, a time is in milliseconds, a day is `2026-11-26`. */
export type ColumnKind = 'text' | 'count' | 'share' | 'ms' | 'minutes' | 'day'
export type Column = { label: string; kind: ColumnKind }
/** The figures behind a chart, one by one: what is shown as a table and exported. */
export type Table = { columns: Column[]; rows: (string | number | null)[][] }

/** A table as CSV: with the mark that tells Excel its encoding, numbers as they are, and no cell that a spreadsheet would run. */
export function writeCsv({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell, index) => (typeof cell === 'string' ? textCell(cell, columns[index]) : figure(cell))))
  return `\uFEFF${Papa.unparse({ fields: columns.map(({ label }) => defuseCell(label)), data: cells }, { newline: '\r\n' })}\r\n`
}

function textCell(text: string, column: Column | undefined): string {
  return column?.kind === 'day' ? text : defuseCell(text)
}

/** Four decimals say more than the figures mean; null is a figure that there is none of. */
function figure(value: number | null | undefined): number | '' {
  return value == null ? '' : Math.round(value * 10_000) / 10_000
}
