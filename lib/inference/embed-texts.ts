import { z } from 'zod'
import { askSideModel, type SideCall } from '@/lib/inference/ask-side-model'
import { InferenceError } from '@/lib/inference/inference-error'
import type { SideModel } from '@/lib/inference/side-models'

/** OpenAI's shape; of the other servers only what is needed. */
const responseSchema = z.object({ data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })) })

/**
 * Vectors of these texts, in their order, as the model gives them.
 * @throws InferenceError; bad_output also when there is not one vector a text, all as long
 */
export async function embedTexts(model: SideModel, texts: string[], call: SideCall): Promise<Float32Array[]> {
  const body = { input: texts, encoding_format: 'float' }
  const { data } = await askSideModel(model, { path: '/v1/embeddings', body, schema: responseSchema, ...call })
  const vectors = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]))
  const inOrder = texts.flatMap((_, index) => vectors.get(index) ?? [])
  const isWhole = inOrder.length === texts.length && inOrder.every((vector) => vector.length === inOrder[0]?.length)
  if (!isWhole || data.length !== texts.length) throw new InferenceError('bad_output', 'the server gave other vectors than were asked for')
  return inOrder
}
