const MAX_CHARACTERS = 200

/** A message as the queue shows it: one line, at most 200 characters, no half emoji at the end. */
export function lastWords(text: string): string {
  // Enough for 200 whole characters of two halves each, whatever 100 KB come after them.
  const line = text.slice(0, 2_000).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  if (characters.length <= MAX_CHARACTERS) return line
  return `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`
}
