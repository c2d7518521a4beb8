import type { ErrorBody } from '../../../lib/inference/protocol'
import type { ChatChunk, ChunkChoice } from './shapes'

type Event = ChatChunk | ErrorBody

/** Two chunks that continue each other as one, for a client that reads slowly; null when they are of different kinds. */
export function mergeChunks(earlier: Event, later: Event): Event | null {
  if ('error' in earlier || 'error' in later) return null
  const [a, b] = [only(earlier), only(later)]
  if (!a || !b || a.index !== b.index || a.finish_reason || b.finish_reason) return null
  const merged = mergeChoices(a, b)
  return merged && { ...earlier, choices: [merged] }
}

function only(chunk: ChatChunk): ChunkChoice | null {
  return chunk.choices.length === 1 ? (chunk.choices[0] as ChunkChoice) : null
}

function mergeChoices(a: ChunkChoice, b: ChunkChoice): ChunkChoice | null {
  const key = (['content', 'reasoning_content'] as const).find((name) => isOnly(a, name) && isOnly(b, name))
  if (key) {
    const content = [...(a.logprobs?.content ?? []), ...(b.logprobs?.content ?? [])]
    return {
      ...a,
      delta: { [key]: (a.delta[key] ?? '') + (b.delta[key] ?? '') },
      logprobs: content.length > 0 ? { content, refusal: null } : null,
    }
  }
  const [before, after] = [a.delta.tool_calls?.[0], b.delta.tool_calls?.[0]]
  if (!before || !after || after.id || before.index !== after.index) return null
  const joined = { ...before, function: { ...before.function, arguments: before.function.arguments + after.function.arguments } }
  return { ...a, delta: { ...a.delta, tool_calls: [joined] } }
}

function isOnly({ delta }: ChunkChoice, key: 'content' | 'reasoning_content'): boolean {
  const keys = Object.keys(delta)
  return keys.length === 1 && keys[0] === key
}
