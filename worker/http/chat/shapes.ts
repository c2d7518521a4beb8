import { randomUUID } from 'node:crypto'
import type { Usage } from '../../../lib/inference/protocol'
import type { EngineReply, TokenLogprob, TopLogprob } from '../../engine'
import type { ChatChoice } from './choice'

export type FinishReason = 'stop' | 'length' | 'tool_calls'
export type ToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } }
export type ToolCallDelta = { index: number; id?: string; type?: 'function'; function: { name?: string; arguments: string } }
export type ChatDelta = { role?: 'assistant'; content?: string; reasoning_content?: string; tool_calls?: ToolCallDelta[] }
export type ShownLogprob = TopLogprob & { top_logprobs: TopLogprob[] }
export type ShownLogprobs = { content: ShownLogprob[]; refusal: null } | null
export type ChunkChoice = { index: number; delta: ChatDelta; logprobs: ShownLogprobs; finish_reason: FinishReason | null }

type Head = { id: string; created: number; model: string; system_fingerprint: string }
export type ChatChunk = Head & { object: 'chat.completion.chunk'; choices: ChunkChoice[]; usage?: Usage | null }
export type ChatCompletion = Head & {
  object: 'chat.completion'
  choices: {
    index: number
    message: { role: 'assistant'; content: string | null; refusal: null; reasoning_content?: string; tool_calls?: ToolCall[] }
    logprobs: ShownLogprobs
    finish_reason: FinishReason
  }[]
  usage: Usage
}

/** Makes the objects of one answer; they all carry the same id, time and model. */
export function chatShapes(model: { name: string; quantization: string }, { withUsage }: { withUsage: boolean }) {
  const head: Head = {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: model.name,
    system_fingerprint: `${model.name}-${model.quantization}`,
  }
  const chunk = (choices: ChunkChoice[], usage: Usage | null = null): ChatChunk => ({
    ...head,
    object: 'chat.completion.chunk',
    choices,
    // With include_usage OpenAI sends the field with every chunk, null until the last.
    ...(withUsage && { usage }),
  })
  return {
    delta: (index: number, delta: ChatDelta, logprobs: TokenLogprob[] = []) =>
      chunk([{ index, delta, logprobs: showLogprobs(logprobs), finish_reason: null }]),
    end: (index: number, reason: FinishReason) => chunk([{ index, delta: {}, logprobs: null, finish_reason: reason }]),
    usage: (usage: Usage) => chunk([], usage),
    completion: (choices: { choice: ChatChoice; reason: FinishReason }[], usage: Usage): ChatCompletion => ({
      ...head,
      object: 'chat.completion',
      choices: choices.map(({ choice, reason }, index) => ({
        index,
        message: {
          role: 'assistant',
          content: choice.content === '' && choice.calls.length > 0 ? null : choice.content,
          refusal: null,
          ...(choice.reasoning !== '' && { reasoning_content: choice.reasoning }),
          ...(choice.calls.length > 0 && { tool_calls: choice.calls }),
        },
        logprobs: showLogprobs(choice.logprobs),
        finish_reason: reason,
      })),
      usage,
    }),
  }
}

function showLogprobs(tokens: TokenLogprob[]): ShownLogprobs {
  if (tokens.length === 0) return null
  return { content: tokens.map(({ top, ...token }) => ({ ...token, top_logprobs: top })), refusal: null }
}

/** The prompt counts once, however many replies it has had. */
export function usageOf(replies: EngineReply[]): Usage {
  const [first] = replies
  const prompt = first?.promptTokens ?? 0
  const completion = replies.reduce((sum, reply) => sum + reply.completionTokens, 0)
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: first?.cachedTokens ?? 0 },
  }
}
