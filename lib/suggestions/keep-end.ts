/** The last `maxChars` characters, begun at a line or sentence where one starts within the first fifth of them. */
export function keepEnd(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const end = text.slice(-maxChars).replace(/^[\uDC00-\uDFFF]/, '')
  const start = end.slice(0, maxChars / 5).search(/[\n。！？!?]|[.] /)
  return (start < 0 ? end : end.slice(start + 1)).trim()
}
