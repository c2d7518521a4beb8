import type { EngineChat, EngineMessage, EngineRequest } from '../../engine'
import type { ChatMessage, ChatRequest } from '../chat-schema'
import { HttpError } from '../http-error'
import { JSON_OBJECT_GRAMMAR, schemaRules, schemaToGbnf } from '../json-schema/compile'
import { SchemaError } from '../json-schema/schema-error'
import { samplingOf } from '../sampling'
import { type GrammarTool, ToolSchemaError, toolGrammar } from './tool-grammar'

export type ChatPlan = {
  input: EngineChat
  truncation: 'auto' | 'disabled'
  request: Omit<EngineRequest, 'prompt' | 'priority' | 'signal'>
  count: number
  mayCall: boolean
  isSpelled: boolean
  /** One call is all, whatever the model would write after it. */
  isSingle: boolean
  /** The parameters that asked for thoughts and for a grammar, for errors. */
  thoughtsParam: string
  grammarParam: Grammar['param']
}

/**
 * What a chat request asks of the engine.
 *
 * @throws HttpError 400 for a schema that no grammar can keep to, and for parts that contradict each other
 */
export function planChat(asked: ChatRequest): ChatPlan {
  const chat = withAllowedTools(asked)
  const tools = chat.tool_choice === 'none' ? [] : (chat.tools ?? [])
  const grammar = grammarOf(chat)
  const wantsThoughts = chat.chat_template_kwargs?.enable_thinking ?? effortOf(chat)
  const thoughtsParam =
    chat.chat_template_kwargs?.enable_thinking === undefined ? 'reasoning_effort' : 'chat_template_kwargs.enable_thinking'
  if (wantsThoughts && grammar !== undefined) {
    const name = thoughtsParam.split('.').at(-1)
    const message = `'${name}' is not supported together with 'response_format', strict tools or a forced tool choice.`
    throw new HttpError(400, 'invalid_value', message, { param: thoughtsParam })
  }
  const isSingle = chat.parallel_tool_calls === false && tools.length > 0
  return {
    input: {
      messages: chat.messages.map(toEngineMessage),
      ...(tools.length > 0 && { tools }),
      ...(wantsThoughts !== undefined && { enableThinking: wantsThoughts }),
    },
    truncation: chat.truncation ?? 'auto',
    request: {
      ...samplingOf(chat),
      maxTokens: chat.max_completion_tokens ?? chat.max_tokens ?? undefined,
      ...(grammar !== undefined && { grammar: grammar.text }),
      // A grammar sees to it itself.
      ...(isSingle && grammar === undefined && { endsAt: '/tool_call' as const }),
      ...(chat.logprobs && { topLogprobs: chat.top_logprobs ?? 0 }),
    },
    count: chat.n ?? 1,
    mayCall: tools.length > 0,
    isSpelled: tools.length > 0 && grammar !== undefined,
    isSingle,
    thoughtsParam,
    grammarParam: grammar?.param ?? 'response_format',
  }
}

type AllowedTools = Extract<ChatRequest['tool_choice'], { type: 'allowed_tools' }>
type Chat = Omit<ChatRequest, 'tool_choice'> & { tool_choice?: Exclude<ChatRequest['tool_choice'], AllowedTools> }

/** A chat that may use some of its tools is one that has no others. */
function withAllowedTools({ tool_choice: choice, ...chat }: ChatRequest): Chat {
  if (typeof choice !== 'object' || choice?.type !== 'allowed_tools') return { ...chat, tool_choice: choice }
  const { mode, tools: allowed } = choice.allowed_tools
  const names = new Set(allowed.map((tool) => tool.function.name))
  return { ...chat, tools: chat.tools?.filter((tool) => names.has(tool.function.name)), tool_choice: mode }
}

/** A model that can think either does or does not; there are no degrees. */
function effortOf({ reasoning_effort: effort }: ChatRequest): boolean | undefined {
  return effort ? effort !== 'none' && effort !== 'minimal' : undefined
}

type Grammar = { text: string; param: 'response_format' | 'tools' }

/** The grammar that response format and tools together come to; undefined where the model may write as it likes. */
function grammarOf({ response_format: format, tools, tool_choice: choice, parallel_tool_calls: isParallel }: Chat): Grammar | undefined {
  const offered = choice === 'none' ? [] : (tools ?? [])
  const forced = choice === 'required' || typeof choice === 'object'
  const named = typeof choice === 'object' && choice !== null ? choice.function.name : null
  const chosen = offered.filter((tool) => named === null || tool.function.name === named)
  const isSingle = isParallel === false || named !== null
  const grammarTools = chosen.map(
    ({ function: tool }): GrammarTool => ({ name: tool.name, parameters: tool.parameters, isStrict: tool.strict ?? false }),
  )
  const wantsJson = format?.type === 'json_object' || format?.type === 'json_schema'
  const made = (param: Grammar['param'], compile: () => string) => ({ param, text: translated(format, compile) })
  if (offered.length > 0 && choice && forced) return made('tools', () => toolGrammar({ tools: grammarTools, isSingle, instead: null }))
  if (offered.length > 0 && wantsJson) {
    return made('response_format', () => {
      const schema = format.type === 'json_schema' ? format.json_schema.schema : null
      const instead = schema ? schemaRules(schema, 'r-') : { root: 'object', rules: [] }
      return toolGrammar({ tools: grammarTools, isSingle, instead })
    })
  }
  if (grammarTools.some((tool) => tool.isStrict)) {
    return made('tools', () => toolGrammar({ tools: grammarTools, isSingle, instead: 'text' }))
  }
  if (format?.type === 'json_object') return { param: 'response_format', text: JSON_OBJECT_GRAMMAR }
  if (format?.type === 'json_schema') return made('response_format', () => schemaToGbnf(format.json_schema.schema))
  return undefined
}

/** What the compiler refuses, in the words of the wire: a tool's schema, or else that of the format. */
function translated(format: ChatRequest['response_format'], compile: () => string): string {
  const refuse = (param: string, code: string, subject: string, error: Error): never => {
    throw new HttpError(400, code, `Invalid schema for ${subject}: ${error.message}`, { param, cause: error })
  }
  try {
    return compile()
  } catch (error) {
    if (error instanceof ToolSchemaError) return refuse('tools', 'invalid_function_parameters', `function '${error.tool}'`, error)
    if (!(error instanceof SchemaError) || format?.type !== 'json_schema') throw error
    return refuse('response_format', 'invalid_json_schema', `response_format '${format.json_schema.name}'`, error)
  }
}

/** OpenAI renamed the system role for its newer models; Qwen knows the old name only. */
export function toEngineMessage(message: ChatMessage): EngineMessage {
  const text = textOf(message.content)
  switch (message.role) {
    case 'developer':
      return { role: 'system', text }
    case 'tool':
      return { role: 'tool', text, toolCallId: message.tool_call_id }
    case 'assistant': {
      const calls = message.tool_calls?.map(({ id, function: call }) => ({ id, name: call.name, arguments: call.arguments }))
      return {
        role: 'assistant',
        text: text || (message.refusal ?? ''),
        ...(message.reasoning_content && { reasoning: message.reasoning_content }),
        ...(calls?.length && { toolCalls: calls }),
      }
    }
    default:
      return { role: message.role, text }
  }
}

function textOf(content: ChatMessage['content']): string {
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : part.type === 'refusal' ? part.refusal : '')).join('')
}
