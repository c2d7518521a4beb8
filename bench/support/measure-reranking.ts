import { modelListSchema, rerankResponseSchema } from '@/lib/inference/protocol'
import { inOrderOf, RERANKED, rerankRequest } from '@/lib/retrieval/meaning/rerank-order'
import type { RuleHit, RuleIndex } from '@/lib/retrieval/schema'
import { askServer } from './ask-server'
import type { EvalQuery } from './eval-set'
import { findFor, type MeaningOf, readQuery } from './evaluate'

export type RerankServer = { url: string; model?: string }
export type MeasuredReranking = {
  /** The hits of a query in the order of the model; as they were where it was not asked. */
  of: (query: EvalQuery, hits: RuleHit[]) => RuleHit[]
  /** What was asked, for a person. */
  said: string
}

/**
 * Asks the server how well the ten best rules answer each query, as a draft's search does, however long that takes: what is asked word for
 * word needs no model. The figures' milliseconds are those of the search alone.
 * @throws Error that says what the server did not answer
 */
export async function measureReranking(
  server: RerankServer,
  { index, queries, meaning, now }: { index: RuleIndex; queries: EvalQuery[]; meaning?: { of: MeaningOf }; now: Date },
): Promise<MeasuredReranking> {
  const model = server.model ?? (await onlyModel(server.url))
  const known = new Map<EvalQuery, number[]>()
  for (const query of queries) {
    const { hits } = findFor(index, query, { limit: RERANKED, now, meaning })
    if (hits.length < 2 || hits.some(({ isVerbatim }) => isVerbatim)) continue
    const request = rerankRequest(readQuery(query, now), hits)
    const { results } = rerankResponseSchema.parse(await askServer(`${server.url}/v1/rerank`, { model, ...request }))
    const relevances = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]))
    const inOrder = request.documents.flatMap((_, at) => relevances.get(at) ?? [])
    if (inOrder.length !== request.documents.length) throw new Error(`${server.url} gave other scores than were asked for.`)
    known.set(query, inOrder)
  }
  return {
    said: `${model}: reranked the hits of ${known.size} of ${queries.length} queries`,
    of(query, hits) {
      const relevances = known.get(query)
      return relevances ? inOrderOf(hits, relevances) : hits
    },
  }
}

/** The one that says it reranks; else the first, for a server that says nothing of tasks. */
async function onlyModel(url: string): Promise<string> {
  const { data } = modelListSchema.parse(await askServer(`${url}/v1/models`))
  const entry = data.find(({ deskhand_side }) => deskhand_side?.task === 'rerank') ?? data[0]
  if (!entry) throw new Error(`${url} has no model.`)
  return entry.id
}
