import type { IncomingMessage, ServerResponse } from 'node:http'
import { type RerankResponse, rerankRequestSchema } from '../../lib/inference/protocol'
import type { SideModels } from '../meaning/side-models'
import { readPriority } from './chat-request'
import { parseBody } from './parse-body'
import { sendJson } from './send-json'
import { requireSideModel, toSideError } from './side-models'

/**
 * `POST /v1/rerank`, in the shapes that Jina, Cohere, llama-server and vLLM share: the documents by how well they answer the query.
 *
 * @throws HttpError
 */
export async function sendRerank(request: IncomingMessage, response: ServerResponse, sides: SideModels): Promise<void> {
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  const priority = readPriority(request)
  const body = await parseBody(request, rerankRequestSchema)
  const reranker = requireSideModel(sides, 'reranker', body.model)
  const documents = body.documents.map((document) => (typeof document === 'string' ? document : document.text))
  const { scores, tokens } = await reranker.rank(body.query, documents, { priority, signal: hangUp.signal }).catch((error: unknown) => {
    throw toSideError(error, 'documents', true)
  })
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
  sendJson(response, 200, answer)
}
