import { InferenceError } from '@/lib/inference/inference-error'
import { rerankDocuments } from '@/lib/inference/rerank-documents'
import { sideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { withPart } from '@/lib/retrieval/join-meaning'
import type { RuleHit } from '@/lib/retrieval/schema'

const RERANKED = 10
/** A fifteenth of the time there is for a draft. One pair takes Qwen3-Reranker-0.6B 2.7 s of one core (bench/README.md), so this is for a GPU. */
const TIMEOUT_MS = 800
/** The rule's question tells most, and the pair must fit into the model's context. */
const MAX_CHARS = 1_000

/**
 * The ten best in the order that a reranking model sees. The scores stay where they were, and the rules move: a floor is calibrated on
 * them. Without a model, or with one that is slow or broken, the hits are as they were.
 * @param hits best first, none of them verbatim
 */
export async function rerankHits(text: string, hits: RuleHit[]): Promise<RuleHit[]> {
  const model = sideModel('rerank')
  const top = hits.slice(0, RERANKED)
  if (!model || top.length < 2) return hits
  const documents = top.map(({ rule: { question, answer } }) => `${question}\n${answer}`.slice(0, MAX_CHARS))
  try {
    const scores = await rerankDocuments(
      model,
      { query: text.slice(0, MAX_CHARS), documents },
      { priority: 'interactive', timeoutMs: TIMEOUT_MS },
    )
    const order = top.map((hit, at) => ({ hit, relevance: scores[at] ?? 0 })).sort((one, other) => other.relevance - one.relevance)
    return [...order.map(({ hit }, at) => withPart(hit, 'rerank', top[at]?.score ?? 0)), ...hits.slice(RERANKED)]
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'rerank.skipped', cause: describeError(cause) })
    return hits
  }
}
