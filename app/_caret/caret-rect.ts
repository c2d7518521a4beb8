/** What decides where a text box breaks its lines. */
const COPIED = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'borderStyle',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'lineHeight',
  'letterSpacing',
  'tabSize',
  'textIndent',
  'textTransform',
  'overflowWrap',
  'wordBreak',
] as const

/** Where the letter at `index` stands in the window. Browsers do not say so of a text box: a copy of it is measured. */
export function caretRect(box: HTMLTextAreaElement, index: number): DOMRect {
  const style = getComputedStyle(box)
  const copy = document.createElement('div')
  for (const property of COPIED) copy.style[property] = style[property]
  copy.style.position = 'fixed'
  copy.style.visibility = 'hidden'
  copy.style.whiteSpace = 'pre-wrap'
  const frame = box.getBoundingClientRect()
  copy.style.top = `${frame.top - box.scrollTop}px`
  copy.style.left = `${frame.left}px`
  const mark = document.createElement('span')
  mark.textContent = box.value.slice(index, index + 1) || '\u200b'
  copy.append(box.value.slice(0, index), mark, box.value.slice(index + 1))
  document.body.append(copy)
  const rect = mark.getBoundingClientRect()
  copy.remove()
  return rect
}
