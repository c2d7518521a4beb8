import { askedText } from '@/lib/retrieval/meaning/embedding-text'
import { isNotMeant, withPart } from '@/lib/retrieval/meaning/join-meaning'
import type { EarlierText, RuleHit } from '@/lib/retrieval/schema'

/** As many of the best are looked at. */
export const RERANKED = 10
/** The rule's question tells most, and the pair must fit into the model's context. */
const MAX_CHARS = 1_000

/**
 * What a reranking model is asked: the question with what was said just before, as an embedding model reads it, and each of the best rules
 * with the thing it is about, so that the model can tell one house's rule from another's.
 */
export function rerankRequest({ text, before }: { text: string; before: EarlierText[] }, hits: RuleHit[]) {
  return {
    query: askedText(text, before, MAX_CHARS),
    documents: hits
      .slice(0, RERANKED)
      .map(({ rule: { entity, question, answer } }) => [...(entity ? [entity] : []), question, answer].join('\n').slice(0, MAX_CHARS)),
  }
}

/**
 * The best in the order of these relevances, one a document. The scores stay where they were, and the rules move: a floor is calibrated on
 * them. A rule that lost because it is about something that was not named, or was named longer ago, is not lifted above one that did not: the
 * model has read the last turns alone, and the search all in which something may have been named.
 * @param hits best first, none of them verbatim
 */
export function inOrderOf(hits: RuleHit[], relevances: number[]): RuleHit[] {
  const top = hits.slice(0, RERANKED)
  let lowest = Number.POSITIVE_INFINITY
  const order = top.map((hit, at) => {
    const said = relevances[at] ?? 0
    if (isNotMeant(hit)) return { hit, relevance: Math.min(said, lowest) }
    lowest = Math.min(lowest, said)
    return { hit, relevance: said }
  })
  // The sort is stable: what may not be lifted stays behind what it was behind.
  order.sort((one, other) => other.relevance - one.relevance)
  return [...order.map(({ hit }, at) => withPart(hit, 'rerank', top[at]?.score ?? 0)), ...hits.slice(RERANKED)]
}
