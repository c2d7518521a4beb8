import { compile, type DomNode, type FormatCallback } from 'html-to-text'

const CELL = /^t[dh]$/
/** What stands on lines of its own: the next cell needs no mark to be apart from it. */
const BLOCK = /^(?:address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|ol|p|pre|table|ul)$/
/** How deep in a cell words are looked for; what lies deeper is a page within the page. */
const MAX_DEPTH = 8

/** Whether it holds words, all of them on one line with what follows. */
function isInline(node: DomNode, depth = 0): boolean {
  if (node.type === 'text') return (node.data ?? '').trim() !== ''
  if (depth > MAX_DEPTH || BLOCK.test(node.name ?? '')) return false
  const children = node.children ?? []
  return !children.some(({ name }) => BLOCK.test(name ?? '')) && children.some((child) => isInline(child, depth + 1))
}

/** The parser's nodes know their neighbours; the converter's types leave that out. */
type Node = DomNode & { prev?: Node | null }

function cellBefore(cell: Node): Node | null {
  let before = cell.prev ?? null
  while (before && !CELL.test(before.name ?? '')) before = before.prev ?? null
  return before
}

/** Cells that stand side by side would run into one word. */
const formatCell: FormatCallback = (cell, walk, builder) => {
  const before = cellBefore(cell)
  if (before) builder.addInline(isInline(before) && isInline(cell) ? ' · ' : ' ')
  walk(cell.children ?? [], builder)
}

// A page of nested tables takes the converter's stack with it; what lies deeper or further is cut, not converted.
const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 40, maxChildNodes: 5_000, ellipsis: '…' },
  formatters: { cell: formatCell },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})

/** The words of an HTML message, as plain text: a row of a table is a line. Scripts, styles and pictures leave nothing. */
export function readHtml(html: string): string {
  return toText(html)
}
