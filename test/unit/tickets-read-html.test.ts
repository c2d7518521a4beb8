import { describe, expect, it } from 'vitest'
import { readHtml } from '@/lib/tickets/read-html'

describe('the words of an HTML message', () => {
  it.each([
    ['paragraphs', '<p>Hello,</p><p>where is <b>it</b>?</p>', 'Hello,\n\nwhere is it?'],
    [
      'a table: a line a row, and no two cells in one word',
      '<p>My order:</p><table><tr><th>SKU</th><th>Item</th><th>Price</th></tr>\n<tr><td>HX-1</td><td><b>Wireless</b> headphones</td><td>$99</td></tr></table>',
      'My order:\n\nSKU · Item · Price\nHX-1 · Wireless headphones · $99',
    ],
    ['empty cells', '<table><tr><td></td><td>one</td><td> </td><td>two</td></tr></table>', 'one two'],
    [
      'a table that only lays the page out',
      '<table><tr><td><p>Dear shop,</p></td><td width="10"></td><td><div>please call.</div></td></tr><tr><td><table><tr><td>Kim</td></tr></table></td></tr></table>',
      'Dear shop,\n\nplease call.\nKim',
    ],
    ['what nobody wrote', '<style>p{}</style><script>1</script><img alt="logo"><p>Hi</p>', 'Hi'],
  ])('%s', (_name, html, text) => {
    expect(readHtml(html)).toBe(text)
  })

  it.each([
    ['tables in tables', '<table><tr><td>a</td><td>', 'a'],
    ['cells', '<td>a</td>', 'a · a'],
    ['empty cells', '<td></td>', ''],
    ['spans in a cell', '<td><span>a', 'a'],
  ])('a megabyte of %s is read in one go', (_name, part, beginning) => {
    expect(readHtml(`<table><tr>${part.repeat(990_000 / part.length)}`).startsWith(beginning)).toBe(true)
  })
})
