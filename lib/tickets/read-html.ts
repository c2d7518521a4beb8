import { compile } from 'html-to-text'

// A page of nested tables takes the converter's stack with it; what lies deeper or further is cut, not converted.
const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 40, maxChildNodes: 5_000, ellipsis: '…' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})

/** The words of an HTML message, as plain text. Scripts, styles and pictures leave nothing. */
export function readHtml(html: string): string {
  return toText(html)
}
