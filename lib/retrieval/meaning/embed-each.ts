import { env } from '@/lib/env'
import { embedTexts } from '@/lib/inference/embed-texts'
import { InferenceError } from '@/lib/inference/inference-error'
import type { SideModel } from '@/lib/inference/side-models'
import { unitVector } from '@/lib/retrieval/meaning/unit-vector'

/** Texts a request: one takes half a second of a CPU's core and more, and a request that fails is lost whole. */
export const BATCH = 16
const CALL = { priority: 'background' as const, timeoutMs: 120_000 }
/** A text of this length is not refused for its length. */
const SHORT_CHARS = 100

/**
 * Vectors of length 1 of at most BATCH texts, in their order, for work that nobody waits for; null for a text that the model refuses.
 * @throws InferenceError when the model is away, busy or says nonsense to any text
 */
export async function embedEach(model: SideModel, texts: string[]): Promise<(Float32Array | null)[]> {
  const { EMBEDDING_DIMENSIONS: dimensions } = env()
  try {
    const vectors = await embedTexts(model, texts, CALL)
    return vectors.map((vector) => unitVector(vector, dimensions))
  } catch (error) {
    // One text is refused, and with it all of them.
    if (!(error instanceof InferenceError) || error.reason !== 'bad_output') throw error
    const vectors: (Float32Array | null)[] = []
    for (const text of texts) vectors.push(await embedOne(model, text))
    return vectors
  }
}

/** A text that is too long for the model is halved until it is not; null where that does not help. */
async function embedOne(model: SideModel, text: string): Promise<Float32Array | null> {
  try {
    const [vector] = await embedTexts(model, [text], CALL)
    return vector ? unitVector(vector, env().EMBEDDING_DIMENSIONS) : null
  } catch (error) {
    if (!(error instanceof InferenceError) || error.reason !== 'bad_output') throw error
    return text.length < SHORT_CHARS ? null : embedOne(model, text.slice(0, text.length >> 1))
  }
}
