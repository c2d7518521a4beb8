import { randomUUID } from 'node:crypto'
import type { ChatChunk, ChatResponse, Usage } from '../../lib/inference/protocol'
import type { EngineReply } from '../engine'

type Choice = ChatChunk['choices'][number]

/** Makes the objects of one reply; they all carry the same id, time and model. */
export function chatShapes(model: string) {
  const id = `chatcmpl-${randomUUID()}`
  const created = Math.floor(Date.now() / 1000)
  const chunk = (choices: Choice[]): ChatChunk => ({ id, object: 'chat.completion.chunk', created, model, choices })
  return {
    response: (reply: EngineReply): ChatResponse => ({
      id,
      object: 'chat.completion',
      created,
      model,
      choices: [{ index: 0, message: { role: 'assistant', content: reply.text }, finish_reason: reply.finishReason }],
      usage: usageOf(reply),
    }),
    first: () => chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
    piece: (content: string) => chunk([{ index: 0, delta: { content }, finish_reason: null }]),
    last: (reply: EngineReply) => chunk([{ index: 0, delta: {}, finish_reason: reply.finishReason }]),
    usage: (reply: EngineReply): ChatChunk => ({ ...chunk([]), usage: usageOf(reply) }),
  }
}

function usageOf(reply: EngineReply): Usage {
  return {
    prompt_tokens: reply.promptTokens,
    completion_tokens: reply.completionTokens,
    total_tokens: reply.promptTokens + reply.completionTokens,
    prompt_tokens_details: { cached_tokens: reply.cachedTokens },
  }
}
