import { InferenceError } from '@/lib/inference/inference-error'
import { rerankDocuments } from '@/lib/inference/rerank-documents'
import { sideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { inOrderOf, rerankRequest } from '@/lib/retrieval/meaning/rerank-order'
import type { EarlierText, RuleHit } from '@/lib/retrieval/schema'

/** A fifteenth of the time there is for a draft. One pair takes Qwen3-Reranker-0.6B 2.7 s of one core (bench/README.md), so this is for a GPU. */
const TIMEOUT_MS = 800

/**
 * The ten best in the order that a reranking model sees, given the question with what was said before it; see inOrderOf. Without a model, or
 * with one that is slow or broken, the hits are as they were.
 * @param hits best first, none of them verbatim
 */
export async function rerankHits(asked: { text: string; before: EarlierText[] }, hits: RuleHit[]): Promise<RuleHit[]> {
  const model = sideModel('rerank')
  if (!model || hits.length < 2) return hits
  try {
    const relevances = await rerankDocuments(model, rerankRequest(asked, hits), { priority: 'interactive', timeoutMs: TIMEOUT_MS })
    return inOrderOf(hits, relevances)
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'rerank.skipped', cause: describeError(cause) })
    return hits
  }
}
