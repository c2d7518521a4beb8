/** What customers and rules call one thing, in both languages. */
export type Concept = {
  label: string
  /** Whether it says rather how something is asked than what: when, how much, may I. */
  isFaint: boolean
  english: string[]
  han: string[]
}

/** Stands in an entry of Han for what people put between a verb and its object: 开·户 is 开户, 开个户, 开了户 … */
const BETWEEN = ['', '个', '了', '一个', '一下', '张', '一张', '过', '掉', '我的']

/**
 * Reads a table of concepts. A line `label: word, begin*, a phrase` names one and gives its English, an indented line below it its Han, in
 * Simplified characters, with blanks between. `*` takes every ending of one word; `·` in Han takes what is put between, see BETWEEN.
 */
export function parseConcepts(table: string): Concept[] {
  const concepts: Concept[] = []
  for (const line of table.split('\n')) {
    if (line.trim() === '') continue
    if (line.startsWith(' ')) {
      concepts.at(-1)?.han.push(...line.trim().split(/\s+/).flatMap(withBetween))
      continue
    }
    const colon = line.indexOf(':')
    const english = line.slice(colon + 1).split(',')
    const label = line.slice(0, colon)
    concepts.push({
      label: label.replace('~', ''),
      isFaint: label.startsWith('~'),
      english: english.map((entry) => entry.trim()).filter(Boolean),
      han: [],
    })
  }
  return concepts
}

function withBetween(entry: string): string[] {
  return entry.includes('·') ? BETWEEN.map((word) => entry.replace('·', word)) : [entry]
}
