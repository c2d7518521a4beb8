import { LRUCache } from 'lru-cache'
import { embedTexts } from '@/lib/inference/embed-texts'
import { InferenceError } from '@/lib/inference/inference-error'
import { type SideModel, sideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { questionText } from '@/lib/retrieval/meaning/embedding-text'
import { unitVector } from '@/lib/retrieval/meaning/unit-vector'
import { ruleVectors } from '@/lib/retrieval/meaning/vector-store'
import type { EarlierText } from '@/lib/retrieval/schema'

export type AskedText = { text: string; before?: EarlierText[] }

/**
 * A fortieth of the time there is for a draft. Qwen3-Embedding-0.6B in Q8_0 works half a second of one core on a question (bench/README.md):
 * for a GPU or several cores. A machine that is slower is soon not asked any more, and finds what the words find.
 */
const EMBED_TIMEOUT_MS = 300
/** Questions a request where many are embedded at once. */
const BATCH = 16
/** Four megabytes of vectors: a ticket is asked again and again, by drafts, replays and the list of gaps. */
const KEPT = 2_000

const kept = perProcess('questionVectors', () => new LRUCache<string, Float32Array>({ max: KEPT }))

/** What the model makes of a question; null when it is away, resting or slow. */
export async function embedQuestion(model: SideModel, asked: AskedText, dimensions: number): Promise<Float32Array | null> {
  const known = knownQuestion(model, asked, dimensions)
  if (known) return known
  const text = questionText(asked.text, asked.before ?? [], model.name)
  try {
    const [vector] = await embedTexts(model, [text], { priority: 'interactive', timeoutMs: EMBED_TIMEOUT_MS })
    return vector ? keep(model, text, unitVector(vector, dimensions)) : null
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'meaning.skipped', cause: describeError(cause) })
    return null
  }
}

/** The same where it was embedded lately; asks nobody. */
export function knownQuestion({ name }: SideModel, { text, before = [] }: AskedText, dimensions: number): Float32Array | null {
  return kept.get(keyOf(name, questionText(text, before, name), dimensions)) ?? null
}

/**
 * Embeds many questions ahead of searches with what is known; where there is no model it does nothing. What is not ready in time is left
 * out: those searches go by the words.
 */
export async function embedQuestions(
  asked: AskedText[],
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<void> {
  const model = sideModel('embedding')
  const vectors = model && ruleVectors(model.name)
  if (!model || !vectors) return
  const until = Date.now() + timeoutMs
  const texts = new Set(
    asked
      .filter((one) => !knownQuestion(model, one, vectors.dimensions))
      .map(({ text, before = [] }) => questionText(text, before, model.name)),
  )
  const queue = [...texts]
  while (queue.length > 0 && Date.now() < until && !signal?.aborted) {
    const batch = queue.splice(0, BATCH)
    try {
      const made = await embedTexts(model, batch, { priority: 'background', timeoutMs: Math.max(1, until - Date.now()) })
      for (const [at, vector] of made.entries()) keep(model, batch[at] ?? '', unitVector(vector, vectors.dimensions))
    } catch (cause) {
      if (!(cause instanceof InferenceError)) throw cause
      log.debug({ event: 'meaning.skipped', questions: queue.length + batch.length, cause: describeError(cause) })
      return
    }
  }
}

/** Forgets what was embedded; for tests. */
export function forgetQuestions(): void {
  kept.clear()
}

function keep({ name }: SideModel, text: string, vector: Float32Array): Float32Array {
  kept.set(keyOf(name, text, vector.length), vector)
  return vector
}

function keyOf(model: string, text: string, dimensions: number): string {
  return `${model}\n${dimensions}\n${text}`
}
