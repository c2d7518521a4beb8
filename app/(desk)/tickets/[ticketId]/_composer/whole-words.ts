/** A text in the making, up to its last whole word: letters that are still coming do not push the line about. */
export function wholeWords(text: string): string {
  return text.replace(/[A-Za-z\u00C0-\u024F\d'’-]+$/, '')
}
