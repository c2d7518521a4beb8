import type { EngineMark } from '../engine'

// A string, a class of characters or a comment of GBNF, whose insides mean themselves; or a mark outside of them.
const PARTS = /"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|#[^\n]*|<(\/?(?:think|tool_call))>/g

/**
 * A grammar in which `<think>`, `</think>`, `<tool_call>` and `</tool_call>`, written outside of quotes, are the special
 * tokens of this model; for a model that has no such token, the same characters as text.
 */
export function nameMarks(gbnf: string, special: (text: string) => number | undefined): string {
  return gbnf.replace(PARTS, (part, mark?: EngineMark) => {
    if (mark === undefined) return part
    const token = special(part)
    return token === undefined ? JSON.stringify(part) : `<[${token}]>`
  })
}
