export type CallPiece = { name: string } | { arguments: string }

// A call that has not named its tool by then will not.
const MAX_HEAD_CHARS = 1_000
// A name that is no JSON string makes no head: JSON.parse would throw.
const HEAD = /^\s*\{\s*"name"\s*:\s*("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")\s*,\s*"arguments"\s*:\s*(?=\{)/u

/**
 * Reads one call as Qwen writes it, `{"name": …, "arguments": {…}}`, piece by piece: first its name, then the text of
 * its arguments as it comes. What is not such an object is given back whole at the end.
 */
export class ToolCallReader {
  #head = ''
  #state: 'head' | 'arguments' | 'tail' = 'head'
  #depth = 0
  #isInString = false
  #isEscaped = false
  #all = ''

  /** Whether the outer object is complete. */
  isDone = false

  /** The pieces that are certain now, and the text behind the call's end. */
  push(text: string): { pieces: CallPiece[]; rest: string } {
    const pieces: CallPiece[] = []
    let left = text
    this.#all += text
    if (this.#state === 'head') {
      this.#head += left
      left = ''
      const match = HEAD.exec(this.#head)
      if (match) {
        pieces.push({ name: JSON.parse(match[1] ?? '""') as string })
        left = this.#head.slice(match[0].length)
        this.#state = 'arguments'
      } else if (this.#head.length > MAX_HEAD_CHARS) this.#head = this.#head.slice(0, MAX_HEAD_CHARS)
    }
    if (this.#state === 'arguments') {
      const end = this.#endOfArguments(left)
      const own = left.slice(0, end)
      if (own !== '') pieces.push({ arguments: own })
      left = left.slice(end)
    }
    if (this.#state !== 'tail' || this.isDone) return { pieces, rest: this.isDone ? left : '' }
    const close = left.indexOf('}')
    if (close < 0) return { pieces, rest: '' }
    this.isDone = true
    return { pieces, rest: left.slice(close + 1) }
  }

  /** The call is over: pieces for one whose members came in another order, or null when it is none. */
  end(): CallPiece[] | null {
    if (this.#state !== 'head') return []
    try {
      const call: unknown = JSON.parse(this.#all)
      if (typeof call !== 'object' || call === null || !('name' in call) || typeof call.name !== 'string') return null
      const given = 'arguments' in call ? call.arguments : {}
      // Some fine-tunes write the arguments as a string that holds JSON.
      return [{ name: call.name }, { arguments: typeof given === 'string' ? given : JSON.stringify(given) }]
    } catch {
      return null
    }
  }

  /** Everything that was read, for a call that is none. */
  get text(): string {
    return this.#all
  }

  #endOfArguments(text: string): number {
    for (let at = 0; at < text.length; at++) {
      const char = text[at]
      if (this.#isEscaped) this.#isEscaped = false
      else if (this.#isInString) {
        if (char === '\\') this.#isEscaped = true
        else if (char === '"') this.#isInString = false
      } else if (char === '"') this.#isInString = true
      else if (char === '{' || char === '[') this.#depth++
      else if (char === '}' || char === ']') {
        this.#depth--
        if (this.#depth > 0) continue
        this.#state = 'tail'
        return at + 1
      }
    }
    return text.length
  }
}
