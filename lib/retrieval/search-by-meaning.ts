import { embedTexts } from '@/lib/inference/embed-texts'
import { InferenceError } from '@/lib/inference/inference-error'
import { type SideModel, sideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { questionText } from '@/lib/retrieval/embedding-text'
import { joinMeaning } from '@/lib/retrieval/join-meaning'
import { rerankHits } from '@/lib/retrieval/rerank-hits'
import type { EarlierText, RuleHit, RuleIndex, SearchOptions } from '@/lib/retrieval/schema'
import { similarRules } from '@/lib/retrieval/similar-rules'
import { unitVector } from '@/lib/retrieval/unit-vector'
import { ruleVectors } from '@/lib/retrieval/vector-store'

/**
 * A fortieth of the time there is for a draft. Qwen3-Embedding-0.6B in Q8_0 works half a second of one core on a question (bench/README.md):
 * for a GPU or several cores. A machine that is slower is soon not asked any more, and finds what the words find.
 */
const EMBED_TIMEOUT_MS = 300
/** Rules looked at from either side. */
const CANDIDATES = 50

/** The index's search, with what models say of the meaning where there are any; exactly the index's search where there are none. */
export async function searchByMeaning(index: RuleIndex, text: string, options: SearchOptions): Promise<RuleHit[]> {
  const { limit, language, now, before = [] } = options
  const embedder = sideModel('embedding')
  const vectors = embedder && ruleVectors(embedder.name)
  if (!vectors && !sideModel('rerank')) return index.search(text, options)
  const hits = index.search(text, { ...options, limit: Math.max(limit, CANDIDATES) })
  // What is asked word for word needs no model, and what shares no word with any rule has nothing to be compared with.
  if (hits.length === 0 || hits.some(({ isVerbatim }) => isVerbatim)) return hits.slice(0, limit)
  const question = embedder && vectors && (await embedQuestion(embedder, text, { before, dimensions: vectors.dimensions }))
  const joined =
    question && vectors ? joinMeaning(hits, similarRules(question, { index, vectors, language, now, limit: CANDIDATES })) : hits
  return (await rerankHits(text, joined)).slice(0, limit)
}

/** Null when the model is away, resting or slow. */
async function embedQuestion(
  model: SideModel,
  text: string,
  { before, dimensions }: { before: EarlierText[]; dimensions: number },
): Promise<Float32Array | null> {
  try {
    const call = { priority: 'interactive' as const, timeoutMs: EMBED_TIMEOUT_MS }
    const [vector] = await embedTexts(model, [questionText(text, before, model.name)], call)
    return vector ? unitVector(vector, dimensions) : null
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'meaning.skipped', cause: describeError(cause) })
    return null
  }
}
