import { type RerankResponse, rerankRequestSchema } from '../../lib/inference/protocol'
import type { Exchange } from './exchange'
import { parseBody } from './parse-body'
import { MAX_SIDE_BODY_BYTES, readBody } from './read-body'
import { readHeaders } from './request-headers'
import { sendJson } from './send-json'
import { askSide, requireSideModel } from './side-models'

/**
 * `POST /v1/rerank`, in the shapes that Jina, Cohere, llama-server and vLLM share: the documents by how well they answer the query.
 *
 * @throws HttpError
 */
export async function sendRerank(exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  const { priority } = readHeaders(request)
  const body = parseBody(rerankRequestSchema, (await readBody(exchange, MAX_SIDE_BODY_BYTES)).json)
  const reranker = requireSideModel(exchange.sides(), 'reranker', body.model)
  const documents = body.documents.map((document) => (typeof document === 'string' ? document : document.text))
  const asked = { task: 'rerank', model: reranker.name, param: 'documents', isList: true } as const
  const { scores, tokens } = await askSide(exchange, asked, (onTokens) =>
    reranker.rank(body.query, documents, { priority, signal: hangUp.signal, onTokens }),
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
  exchange.spend(tokens, true)
  sendJson(response, 200, answer, exchange.headers)
}
