import type { EngineRequest } from '../engine'
import type { ChatRequest } from './chat-schema'

type Given = Pick<
  ChatRequest,
  'temperature' | 'top_p' | 'top_k' | 'min_p' | 'stop' | 'seed' | 'presence_penalty' | 'frequency_penalty' | 'logit_bias'
>

/** How tokens are drawn. What is 0 or empty and would change nothing is left out, so that it costs nothing. */
export function samplingOf(given: Given): Omit<EngineRequest, 'prompt' | 'priority' | 'signal'> {
  const bias = Object.entries(given.logit_bias ?? {}).filter(([, value]) => value !== 0)
  const stop = typeof given.stop === 'string' ? [given.stop] : given.stop
  return {
    temperature: given.temperature ?? undefined,
    topP: given.top_p ?? undefined,
    // 0 and -1 say something: every token, where the engine's own default leaves a few.
    ...(given.top_k != null && { topK: Math.max(0, given.top_k) }),
    ...(given.min_p && { minP: given.min_p }),
    ...(given.presence_penalty && { presencePenalty: given.presence_penalty }),
    ...(given.frequency_penalty && { frequencyPenalty: given.frequency_penalty }),
    ...(bias.length > 0 && { logitBias: new Map(bias.map(([token, value]) => [Number(token), value])) }),
    ...(stop && stop.length > 0 && { stop }),
    seed: given.seed == null ? undefined : seedOf(given.seed),
  }
}

/** The engine takes the lowest 32 bits; of a number that JSON.parse has rounded those are zeros, and the highest tell seeds apart. */
function seedOf(given: number): number {
  return Number.isSafeInteger(given) ? given : Math.trunc(given / 2 ** 32)
}
