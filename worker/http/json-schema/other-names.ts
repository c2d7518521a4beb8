import { literal } from './code-points'

type Branch = { next: Map<string, Branch>; isName: boolean }

// Without escapes: "\u0061" would be another way to write "a".
const CHAR = '[^"\\\\\\x00-\\x1F\\x7F]'

/**
 * GBNF for property names that are none of `taken`, so that an additional property never stands in for a declared one.
 *
 * @param rule makes a rule of a body and returns its name
 */
export function otherNames(taken: string[], rule: (body: string) => string): string {
  const root: Branch = { next: new Map(), isName: false }
  for (const name of taken) {
    let branch = root
    // A name with a character that only an escape can write cannot be written here, so nothing need be kept from it.
    if ([...name].some((char) => !isPlain(char))) continue
    for (const char of name) {
      const next = branch.next.get(char) ?? { next: new Map(), isName: false }
      branch.next.set(char, next)
      branch = next
    }
    branch.isName = true
  }
  return write(root, rule)
}

function write({ next, isName }: Branch, rule: (body: string) => string): string {
  if (next.size === 0) return isName ? rule(`${CHAR}+`) : rule(`${CHAR}*`)
  const options = isName ? [] : ['""']
  for (const [char, branch] of next) options.push(`${literal(char)} ${write(branch, rule)}`)
  const others = [...next.keys()].map((char) => escapeInClass(char)).join('')
  options.push(`[^"\\\\\\x00-\\x1F\\x7F${others}] ${CHAR}*`)
  return rule(options.join(' | '))
}

function isPlain(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code > 0x1f && code !== 0x7f && char !== '"' && char !== '\\' && !(code >= 0xd800 && code <= 0xdfff)
}

function escapeInClass(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}
