// A spreadsheet runs what begins with one of these as a formula, also from a CSV file. An apostrophe makes it text.
const FORMULA = /^'*[=+\-@\t\r]/
const DEFUSED = /^'+[=+\-@\t\r]/

/** The text of a cell that no spreadsheet takes for a formula; `plainCell` gives back exactly what it was. */
export function defuseCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A cell as it was before it was defused; what is no text stays. */
export function plainCell(cell: unknown): unknown {
  return typeof cell === 'string' && DEFUSED.test(cell) ? cell.slice(1) : cell
}
