import { askSideModel, type SideCall } from '@/lib/inference/ask-side-model'
import { InferenceError } from '@/lib/inference/inference-error'
import { rerankResponseSchema } from '@/lib/inference/protocol'
import type { SideModel } from '@/lib/inference/side-models'

/**
 * How well each document answers the query, in the documents' order; the higher the better.
 * @throws InferenceError; bad_output also when there is not one score a document
 */
export async function rerankDocuments(
  model: SideModel,
  { query, documents }: { query: string; documents: string[] },
  call: SideCall,
): Promise<number[]> {
  const { results } = await askSideModel(model, { path: '/v1/rerank', body: { query, documents }, schema: rerankResponseSchema, ...call })
  const scores = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]))
  const inOrder = documents.flatMap((_, index) => scores.get(index) ?? [])
  if (inOrder.length !== documents.length) throw new InferenceError('bad_output', 'the server gave other scores than were asked for')
  return inOrder
}
