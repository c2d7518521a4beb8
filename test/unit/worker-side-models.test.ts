import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { embeddingResponseSchema, errorBodySchema, modelListSchema, rerankResponseSchema } from '@/lib/inference/protocol'
import { EngineError } from '@/worker/engine'
import { type Embedder, type EmbeddingInput, InputError } from '@/worker/meaning/embedder'
import type { Reranker } from '@/worker/meaning/reranker'
import { NO_SIDE_MODELS, type SideModels } from '@/worker/meaning/side-models'
import { FakeEngine, MODEL, startServer, type TestServer } from './worker-support'

/** FAKE models whose answers the test knows: the real ones are asked in test/model/side-models.test.ts. */
const EMBEDDER: Embedder = {
  name: 'qwen3-embedding-tiny',
  dimensions: 4,
  contextSize: 64,
  loadedAt: new Date(0),
  embed: async (inputs, { admit, onTokens }) => {
    admit?.(3 * inputs.length)
    for (const _ of inputs) onTokens?.(3)
    return embedded(inputs)
  },
  free: async () => undefined,
}
const embedded = (inputs: EmbeddingInput[]) => ({
  vectors: inputs.map((input) => Float32Array.from([0.5, 0.5, input.length % 2 ? 0.5 : -0.5, -0.5])),
  tokens: 3 * inputs.length,
})
const RERANKER: Reranker = {
  name: 'qwen3-reranker-tiny',
  contextSize: 64,
  loadedAt: new Date(0),
  rank: async (_, documents, { admit }) => {
    admit?.(9)
    return { scores: documents.map(({ length }) => length / 10), tokens: 9 }
  },
  free: async () => undefined,
}
const READY: SideModels = {
  embedder: { state: 'ready', name: EMBEDDER.name, model: EMBEDDER },
  reranker: { state: 'ready', name: RERANKER.name, model: RERANKER },
}

let sides: SideModels
let server: TestServer
beforeEach(async () => {
  sides = READY
  const engine = new FakeEngine()
  server = await startServer(() => ({ state: 'ready', engine }), { sides: () => sides })
})
afterEach(() => server.close())

const post = (path: string, body: unknown, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init })
const embed = (body: object, init?: RequestInit) => post('/v1/embeddings', { model: 'qwen3-embedding', input: 'a', ...body }, init)
const rerank = (body: object) => post('/v1/rerank', { query: 'q', documents: ['aaa', 'a', 'aaaa'], ...body })

async function failureOf(response: Response) {
  const { error } = errorBodySchema.parse(await response.json())
  return { status: response.status, ...error }
}

describe('POST /v1/embeddings', () => {
  test('answers a text, a list of texts and tokens in the shape of OpenAI', async () => {
    for (const [input, count] of [
      ['a', 1],
      [['a', 'bc'], 2],
      [[1, 2, 3], 1],
      [[[1], [2, 3]], 2],
    ] as const) {
      const body = embeddingResponseSchema.parse(await (await embed({ input })).json())
      expect(body).toMatchObject({ object: 'list', model: EMBEDDER.name, usage: { prompt_tokens: 3 * count, total_tokens: 3 * count } })
      expect(body.data.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, at) => at))
    }
    const two = embeddingResponseSchema.parse(await (await embed({ input: ['a', 'bc'] })).json())
    expect(two.data.map(({ embedding }) => embedding)).toEqual([
      [0.5, 0.5, 0.5, -0.5],
      [0.5, 0.5, -0.5, -0.5],
    ])
  })

  test('shortens vectors to the dimensions asked for, with length 1 again', async () => {
    const { data } = embeddingResponseSchema.parse(await (await embed({ dimensions: 2 })).json())
    expect(data[0]?.embedding).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6)])
  })

  test('gives base64 as OpenAI clients read it', async () => {
    const { data } = embeddingResponseSchema.parse(await (await embed({ encoding_format: 'base64' })).json())
    const bytes = Buffer.from(String(data[0]?.embedding), 'base64')
    expect([0, 4, 8, 12].map((at) => bytes.readFloatLE(at))).toEqual([0.5, 0.5, 0.5, -0.5])
  })

  test.each([
    [{ input: '' }, 'input'],
    [{ input: [] }, 'input'],
    [{ input: ['a', ''] }, 'input[1]'],
    [{ input: [1, 'a'] }, 'input[1]'],
    [{ input: [-1] }, 'input[0]'],
    [{ input: Array.from({ length: 2049 }, () => 'a') }, 'input'],
    [{ model: undefined }, null],
    [{ dimensions: 0 }, 'dimensions'],
    [{ dimensions: 5 }, 'dimensions'],
    [{ encoding_format: 'int8' }, 'encoding_format'],
    [{ dimension: 2 }, 'dimension'],
  ])('refuses %j and names the parameter', async (body, param) => {
    expect(await failureOf(await embed(body))).toMatchObject({ status: 400, param })
  })

  test('refuses what is no JSON, too long a body and another priority', async () => {
    expect(await failureOf(await post('/v1/embeddings', '{'))).toMatchObject({ status: 400, code: 'invalid_json' })
    expect(await failureOf(await embed({ input: 'a'.repeat(8_000_001) }))).toMatchObject({ status: 413 })
    expect(await failureOf(await embed({}, { headers: { 'x-priority': 'first' } }))).toMatchObject({
      status: 400,
      param: 'x-priority',
    })
    expect((await fetch(`${server.url}/v1/embeddings`)).status).toBe(405)
  })

  test('names the text that is too long', async () => {
    const long: Embedder = {
      ...EMBEDDER,
      embed: () => Promise.reject(new InputError(1, 'context_length_exceeded', 'it reads at most 62 tokens of a text.')),
    }
    sides = { ...READY, embedder: { state: 'ready', name: 'x', model: long } }
    expect(await failureOf(await embed({ input: ['a', 'b'] }))).toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
      param: 'input[1]',
    })
  })

  test('names the token that there is not, as another fault than one that is too long', async () => {
    const strict: Embedder = { ...EMBEDDER, embed: () => Promise.reject(new InputError(0, 'invalid_input', 'a token is none of the 9.')) }
    sides = { ...READY, embedder: { state: 'ready', name: 'x', model: strict } }
    expect(await failureOf(await embed({ input: [[99]] }))).toMatchObject({ status: 400, code: 'invalid_value', param: 'input[0]' })
  })

  test('passes the deadline on, and says when it cannot be met', async () => {
    const asked: (number | undefined)[] = []
    const late: Embedder = {
      ...EMBEDDER,
      embed: (_, { startWithinMs }) => {
        asked.push(startWithinMs)
        return Promise.reject(new EngineError('cannot_start_in_time', 'It would begin in 4.2 s.', { waitMs: 4200 }))
      },
    }
    sides = { ...READY, embedder: { state: 'ready', name: 'x', model: late } }
    const response = await embed({}, { headers: { 'x-deadline-ms': '100' } })
    expect([response.status, response.headers.get('x-deskhand-wait-ms'), asked.length]).toEqual([503, '4200', 1])
    expect(asked[0]).toBeLessThan(100)
  })

  test('computes nothing for a caller who has no tokens left', async () => {
    let computed = 0
    const counting: Embedder = {
      ...EMBEDDER,
      embed: async (inputs, options) => {
        const reply = await EMBEDDER.embed(inputs, options)
        computed++
        return reply
      },
    }
    const limited = await startServer(() => ({ state: 'ready', engine: new FakeEngine() }), {
      sides: () => ({ ...READY, embedder: { state: 'ready', name: 'x', model: counting } }),
      rateLimits: { requests: null, tokens: 10 },
    })
    const ask = (path: string, body: object) => fetch(`${limited.url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    const first = await ask('/v1/embeddings', { model: 'x', input: ['a', 'b', 'c'] })
    expect([first.status, first.headers.get('x-ratelimit-remaining-tokens')]).toEqual([200, '1'])
    const second = await ask('/v1/embeddings', { model: 'x', input: 'a' })
    expect(await failureOf(second)).toMatchObject({ status: 429, code: 'rate_limit_exceeded', type: 'tokens' })
    expect((await ask('/v1/rerank', { query: 'q', documents: ['a'] })).status).toBe(429)
    expect(computed).toBe(1)
    await limited.close()
  })

  test('answers 503 with Retry-After when too many wait', async () => {
    const full: Embedder = { ...EMBEDDER, embed: () => Promise.reject(new EngineError('queue_full', '65 requests are waiting already.')) }
    sides = { ...READY, embedder: { state: 'ready', name: 'x', model: full } }
    const response = await embed({})
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
  })

  test('takes the remaining texts back when the client hangs up', async () => {
    let given: AbortSignal | undefined
    const slow: Embedder = { ...EMBEDDER, embed: (_, { signal }) => new Promise(() => (given = signal)) }
    sides = { ...READY, embedder: { state: 'ready', name: 'x', model: slow } }
    const hangUp = new AbortController()
    const asked = embed({}, { signal: hangUp.signal }).catch(() => 'gone')
    await expect.poll(() => given).toBeDefined()
    hangUp.abort()
    expect(await asked).toBe('gone')
    await expect.poll(() => given?.aborted).toBe(true)
  })
})

describe('POST /v1/rerank', () => {
  test('gives the documents by how well they answer', async () => {
    const body = rerankResponseSchema.parse(await (await rerank({})).json())
    expect(body.results).toEqual([
      { index: 2, relevance_score: 0.4 },
      { index: 0, relevance_score: 0.3 },
      { index: 1, relevance_score: 0.1 },
    ])
    expect(body).toMatchObject({ model: RERANKER.name, usage: { total_tokens: 9 } })
  })

  test('gives the best few, with their texts, also of documents that are objects', async () => {
    const body = await (await rerank({ documents: ['a', { text: 'aa' }], top_n: 1, return_documents: true })).json()
    expect(body.results).toEqual([{ index: 1, relevance_score: 0.2, document: { text: 'aa' } }])
  })

  test.each([
    [{ query: '' }, 'query'],
    [{ documents: [] }, 'documents'],
    [{ documents: ['a', 7] }, 'documents[1]'],
    [{ top_n: 0 }, 'top_n'],
    [{ topn: 1 }, 'topn'],
    [{ documents: [{ text: 'a', title: 'b' }] }, 'documents[0].title'],
  ])('refuses %j and names the parameter', async (body, param) => {
    expect(await failureOf(await rerank(body))).toMatchObject({ status: 400, param })
  })

  test('says that it failed when the model gives a score that is none', async () => {
    const broken: Reranker = {
      ...RERANKER,
      rank: () => Promise.reject(new EngineError('decode_failed', 'The model gave a score that is none.')),
    }
    sides = { ...READY, reranker: { state: 'ready', name: 'x', model: broken } }
    expect(await failureOf(await rerank({}))).toMatchObject({ status: 500, code: 'decode_failed' })
  })
})

describe('models beside the one that replies', () => {
  test('are listed after it, by name too, and told by /ready', async () => {
    const { data } = modelListSchema.parse(await (await fetch(`${server.url}/v1/models`)).json())
    expect(data.map(({ id, deskhand_side }) => [id, deskhand_side])).toEqual([
      [MODEL.name, undefined],
      [EMBEDDER.name, { task: 'embedding', contextSize: 64, dimensions: 4 }],
      [RERANKER.name, { task: 'rerank', contextSize: 64 }],
    ])
    expect(await (await fetch(`${server.url}/v1/models/${RERANKER.name}`)).json()).toMatchObject({ id: RERANKER.name })
    expect(await (await fetch(`${server.url}/ready`)).json()).toMatchObject({
      status: 'ready',
      embedding: { status: 'ready', model: EMBEDDER.name },
    })
  })

  test('are listed alone, and found by name, while the one that replies is missing', async () => {
    const missing = { state: 'failed', code: 'model_missing', message: 'x.gguf is not there.', retryAt: Date.now() + 5_000 } as const
    const without = await startServer(() => missing, { sides: () => sides })
    const { data } = modelListSchema.parse(await (await fetch(`${without.url}/v1/models`)).json())
    expect(data.map(({ id }) => id)).toEqual([EMBEDDER.name, RERANKER.name])
    expect(await (await fetch(`${without.url}/v1/models/${EMBEDDER.name}`)).json()).toMatchObject({ id: EMBEDDER.name })
    expect(await failureOf(await fetch(`${without.url}/v1/models/qwen3`))).toMatchObject({ status: 503, code: 'model_missing' })
    sides = NO_SIDE_MODELS
    expect(await failureOf(await fetch(`${without.url}/v1/models`))).toMatchObject({ status: 503, code: 'model_missing' })
    await without.close()
  })

  test('are counted and timed, and what was computed of a request that failed counts too', async () => {
    await embed({ input: ['a', 'bc'] })
    sides = {
      ...READY,
      reranker: {
        state: 'ready',
        name: 'x',
        model: {
          ...RERANKER,
          rank(_query, _documents, { onTokens }) {
            onTokens?.(5)
            return Promise.reject(new EngineError('decode_failed', 'The model gave a score that is none.'))
          },
        },
      },
    }
    await rerank({})
    const text = await (await fetch(`${server.url}/metrics`)).text()
    for (const line of [
      'deskhand:side_requests_total{task="embedding",model_name="qwen3-embedding-tiny",outcome="done"} 1',
      'deskhand:side_tokens_total{task="embedding",model_name="qwen3-embedding-tiny"} 6',
      'deskhand:side_request_seconds_count{task="embedding",model_name="qwen3-embedding-tiny"} 1',
      'deskhand:side_requests_total{task="rerank",model_name="qwen3-reranker-tiny",outcome="failed"} 1',
      'deskhand:side_tokens_total{task="rerank",model_name="qwen3-reranker-tiny"} 5',
    ])
      expect(text).toContain(line)
  })

  test('leave no trace where none is configured', async () => {
    sides = NO_SIDE_MODELS
    expect(Object.keys(await (await fetch(`${server.url}/ready`)).json())).toEqual(['status', 'model', 'device', 'threads', 'load'])
    expect(await failureOf(await embed({}))).toMatchObject({
      status: 404,
      code: 'model_not_found',
      message: expect.stringContaining('EMBEDDING_MODEL'),
    })
    expect(await failureOf(await rerank({}))).toMatchObject({
      status: 404,
      code: 'model_not_found',
      message: expect.stringContaining('RERANK_MODEL'),
    })
  })

  test('are had by the names of the shelves that they come from', async () => {
    expect((await embed({ model: 'Qwen/Qwen3-Embedding-0.6B' })).status).toBe(200)
    expect((await rerank({ model: 'Qwen/Qwen3-Reranker-0.6B' })).status).toBe(200)
  })

  test('are not to be had under the name of another, and the error names them', async () => {
    expect(await failureOf(await embed({ model: MODEL.name }))).toMatchObject({
      status: 404,
      param: 'model',
      message: expect.stringContaining(EMBEDDER.name),
    })
    expect(await failureOf(await rerank({ model: 'bge' }))).toMatchObject({ status: 404, message: expect.stringContaining(RERANKER.name) })
  })

  test('answer 503 while they load and, having failed, with the reason', async () => {
    sides = {
      embedder: { state: 'loading', name: 'e' },
      reranker: { state: 'failed', name: 'r', reason: 'r.gguf cannot be used: Invalid GGUF magic.', retryAt: Date.now() + 7_500 },
    }
    expect(await failureOf(await embed({}))).toMatchObject({ status: 503, code: 'model_loading' })
    const refused = await rerank({})
    expect(refused.headers.get('retry-after')).toMatch(/^[78]$/)
    expect(await failureOf(refused)).toMatchObject({
      status: 503,
      code: 'model_failed',
      message: expect.stringContaining('Invalid GGUF magic'),
    })
    const ready = await fetch(`${server.url}/ready`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({
        embedding: { status: 'loading', model: 'e' },
        rerank: expect.objectContaining({ status: 'failed', model: 'r', retry_in_ms: expect.any(Number) }),
      }),
    ])
  })
})
