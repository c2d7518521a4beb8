/** What of a message the queue shows and the search finds: its words, or the names of files that came without any. */
export function shownText({ text, attachments }: { text: string; attachments: { name: string }[] }): string {
  return text || attachments.map(({ name }) => name).join(', ')
}
