import { literal } from '../json-schema/code-points'
import { schemaRules } from '../json-schema/compile'
import { ANY_JSON_RULES } from '../json-schema/json-rules'
import type { Schema } from '../json-schema/keywords'
import { objectsOnly } from '../json-schema/objects-only'
import { SchemaError } from '../json-schema/schema-error'

export type GrammarTool = { name: string; parameters: Schema | null | undefined; isStrict: boolean }

/** Qwen's marks around a call. In its vocabulary they are tokens of their own, which a grammar matches by their text. */
export const CALL_START = '<tool_call>'
export const CALL_END = '</tool_call>'

/** Parameters of a strict tool that a grammar cannot keep to; the tool has a name, of which there may be many. */
export class ToolSchemaError extends Error {
  constructor(
    readonly tool: string,
    cause: SchemaError,
  ) {
    super(cause.message, { cause })
    this.name = 'ToolSchemaError'
  }
}

// More calls than this in one turn are a model that has lost its way.
const MOST_CALLS = 8

type Options = {
  tools: GrammarTool[]
  /** Only one call; OpenAI's `parallel_tool_calls: false`. */
  isSingle: boolean
  /** What may stand in place of calls: nothing, any text, or texts of another grammar. */
  instead: null | 'text' | { root: string; rules: string[] }
}

/**
 * GBNF for calls of these tools as Qwen writes them, each with arguments that its parameters accept.
 *
 * @throws ToolSchemaError for the parameters of a strict tool; those of others that a grammar cannot keep to become any object
 */
export function toolGrammar({ tools, isSingle, instead }: Options): string {
  const rules: string[] = []
  const bodies = tools.map((tool, index) => {
    const parts = argumentsOf(tool, `t${index}-`)
    rules.push(...parts.rules)
    return `${literal(`{"name": ${JSON.stringify(tool.name)}, "arguments": `)} ${parts.root} "}"`
  })
  const calls = `call${isSingle ? '' : ` ("\\n" call){0,${MOST_CALLS - 1}}`}`
  const roots = [calls]
  if (instead === 'text') {
    roots[0] = `text-0 (${calls})?`
    rules.push(...textWithout(CALL_START))
  } else if (instead) {
    roots.push(instead.root)
    rules.push(...instead.rules)
  }
  return [
    `root ::= ${roots.join(' | ')}`,
    `call ::= ${literal(`${CALL_START}\n`)} (${bodies.join(' | ')}) ${literal(`\n${CALL_END}`)}`,
    ...rules,
    ANY_JSON_RULES,
  ].join('\n')
}

function argumentsOf({ name, parameters, isStrict }: GrammarTool, prefix: string): { root: string; rules: string[] } {
  try {
    return schemaRules(objectsOnly(parameters ?? { type: 'object', additionalProperties: false }), prefix)
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    if (isStrict) throw new ToolSchemaError(name, error)
    return { root: 'object', rules: [] }
  }
}

/** Rules `text-0`… for any text in which `word` does not occur: the automaton of Knuth, Morris and Pratt, a rule a state. */
function textWithout(word: string): string[] {
  const chars = [...word]
  const next = (state: number, char: string) => {
    const read = word.slice(0, state) + char
    for (let length = Math.min(read.length, word.length); length > 0; length--) if (read.endsWith(word.slice(0, length))) return length
    return 0
  }
  const different = [...new Set(chars)]
  return chars.map((_, state) => {
    const steps = different.filter((char) => next(state, char) < chars.length).map((char) => `${literal(char)} text-${next(state, char)}`)
    const others = `[^${different.map((char) => `\\x${char.charCodeAt(0).toString(16)}`).join('')}] text-0`
    return `text-${state} ::= "" | ${[...steps, others].join(' | ')}`
  })
}
