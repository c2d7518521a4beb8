import type { EmbeddingResponse } from '../../lib/inference/protocol'
import type { EmbeddingInput } from '../meaning/embedder'
import type { Exchange } from './exchange'
import { hangUpSignal } from './hang-up'
import { HttpError } from './http-error'
import { modelOf, parseBody } from './parse-body'
import { MAX_SIDE_BODY_BYTES, readBody } from './read-body'
import { readHeaders, withinDeadline } from './request-headers'
import { sendJson } from './send-json'
import { askSide, requireSideModel } from './side-models'
import { type EmbeddingRequest, embeddingRequestSchema } from './side-schemas'

/**
 * `POST /v1/embeddings`: a vector of length 1 for each text. A client that hangs up takes its remaining texts with it.
 *
 * @throws HttpError
 */
export async function sendEmbeddings(exchange: Exchange): Promise<void> {
  const { priority, startBy } = readHeaders(exchange)
  const signal = hangUpSignal(exchange)
  const { json } = await readBody(exchange, MAX_SIDE_BODY_BYTES)
  // Before the body is looked at: where there is no such model, nobody need do that work.
  const embedder = requireSideModel(exchange.sides(), 'embedder', modelOf(json))
  const body = parseBody(embeddingRequestSchema, json)
  const dimensions = body.dimensions ?? embedder.dimensions
  if (dimensions > embedder.dimensions) {
    const message = `dimensions: ${embedder.name} has ${embedder.dimensions}, not ${dimensions}.`
    throw new HttpError(400, 'invalid_value', message, { param: 'dimensions' })
  }
  const inputs = inputsOf(body)
  const isList = Array.isArray(body.input) && typeof body.input[0] !== 'number'
  const { vectors, tokens } = await askSide(exchange, { task: 'embedding', model: embedder.name, param: 'input', isList }, (onTokens) =>
    embedder.embed(inputs, { priority, ...withinDeadline({ startBy }), signal, admit: exchange.spend, onTokens }),
  )
  const encode = body.encoding_format === 'base64' ? toBase64 : (vector: Float32Array) => Array.from(vector)
  const answer: EmbeddingResponse = {
    object: 'list',
    data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: encode(shorten(vector, dimensions)) })),
    model: embedder.name,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
  sendJson(exchange, 200, answer, exchange.headers)
}

function inputsOf({ input }: EmbeddingRequest): EmbeddingInput[] {
  if (typeof input === 'string') return [input]
  return typeof input[0] === 'number' ? [input as number[]] : (input as EmbeddingInput[])
}

/** The first dimensions, brought back to length 1: Qwen3-Embedding is trained so that they say most (Matryoshka, arXiv 2205.13147). */
function shorten(vector: Float32Array, dimensions: number): Float32Array {
  if (dimensions === vector.length) return vector
  const first = vector.subarray(0, dimensions)
  const length = Math.sqrt(first.reduce((sum, value) => sum + value * value, 0)) || 1
  return first.map((value) => value / length)
}

/** Little-endian single-precision numbers, as OpenAI's clients read them. */
function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(4 * vector.length)
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, 4 * at)
  return bytes.toString('base64')
}
