const SEPARATORS = { variants: /[|｜;；]/, tags: /[|｜;；,，、]/ }
type ListField = keyof typeof SEPARATORS

/**
 * A cell as a list. Where it holds a line break, only line breaks separate: so a single item that holds another separator can be written
 * with a line break after it.
 */
export function splitList(text: string, field: ListField): string[] {
  const parts = /[\r\n]/.test(text) ? text.split(/[\r\n]+/) : text.split(SEPARATORS[field])
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** A list as a cell; `splitList` reads exactly these items again. */
export function joinList(items: string[], field: ListField): string {
  if (items.some((item) => SEPARATORS[field].test(item))) return items.map((item) => `${item}\n`).join('')
  return items.join(field === 'tags' ? ', ' : '\n')
}
