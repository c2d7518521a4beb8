import { literal } from './code-points'

type Branch = { next: Map<string, Branch>; isWord: boolean }

/**
 * GBNF for exactly these words, each beginning that several have in common written once. Alternatives stand side by side for llama.cpp, which
 * tries every token on each of them: of a thousand words with one beginning that would be a thousand ways where there is one.
 *
 * @param words at least one, none twice
 * @param rule makes a rule of a body and returns its name
 * @returns an expression that is a single element
 */
export function wordTree(words: Iterable<string>, rule: (body: string) => string): string {
  const root: Branch = { next: new Map(), isWord: false }
  for (const word of words) {
    let branch = root
    for (const char of word) {
      const next = branch.next.get(char) ?? { next: new Map(), isWord: false }
      branch.next.set(char, next)
      branch = next
    }
    branch.isWord = true
  }
  const parts = write(root, rule)
  return parts.length === 1 ? (parts[0] as string) : rule(parts.join(' '))
}

/** What there is below a branch: the characters up to where it parts, then a rule of what may follow. */
function write(from: Branch, rule: (body: string) => string): string[] {
  let text = ''
  let branch = from
  while (branch.next.size === 1 && !branch.isWord) {
    const [[char, next]] = [...branch.next] as [[string, Branch]]
    text += char
    branch = next
  }
  const start = text === '' ? [] : [literal(text)]
  if (branch.next.size === 0) return start.length > 0 ? start : ['""']
  const options = [...branch.next].map(([char, next]) => [literal(char), ...write(next, rule)].join(' '))
  if (branch.isWord) options.unshift('""')
  return [...start, rule(options.join(' | '))]
}
