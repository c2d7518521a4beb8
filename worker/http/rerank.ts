import type { RerankResponse } from '../../lib/inference/protocol'
import type { Exchange } from './exchange'
import { hangUpSignal } from './hang-up'
import { modelOf, parseBody } from './parse-body'
import { MAX_SIDE_BODY_BYTES, readBody } from './read-body'
import { readHeaders, withinDeadline } from './request-headers'
import { sendJson } from './send-json'
import { askSide, requireSideModel } from './side-models'
import { rerankRequestSchema } from './side-schemas'

/**
 * `POST /v1/rerank`, in the shapes that Jina, Cohere, llama-server and vLLM share: the documents by how well they answer the query.
 *
 * @throws HttpError
 */
export async function sendRerank(exchange: Exchange): Promise<void> {
  const { priority, startBy } = readHeaders(exchange)
  const signal = hangUpSignal(exchange)
  const { json } = await readBody(exchange, MAX_SIDE_BODY_BYTES)
  const reranker = requireSideModel(exchange.sides(), 'reranker', modelOf(json))
  const body = parseBody(rerankRequestSchema, json)
  const documents = body.documents.map((document) => (typeof document === 'string' ? document : document.text))
  const asked = { task: 'rerank', model: reranker.name, param: 'documents', isList: true } as const
  const { scores, tokens } = await askSide(exchange, asked, (onTokens) =>
    reranker.rank(body.query, documents, { priority, ...withinDeadline({ startBy }), signal, admit: exchange.spend, onTokens }),
  )
  const results = scores
    .map((relevance_score, index) => ({
      index,
      relevance_score,
      ...(body.return_documents && { document: { text: documents[index] ?? '' } }),
    }))
    .sort((one, other) => other.relevance_score - one.relevance_score || one.index - other.index)
    .slice(0, body.top_n ?? undefined)
  const answer: RerankResponse = {
    object: 'list',
    model: reranker.name,
    results,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
  sendJson(exchange, 200, answer, exchange.headers)
}
