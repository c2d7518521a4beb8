import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chatChunkSchema, chatResponseSchema, errorBodySchema, modelListSchema } from '@/lib/inference/protocol'
import { EngineError, type EngineErrorCode } from '@/worker/engine'
import type { WorkerStatus } from '@/worker/server'
import { chat, FakeEngine, MODEL, REPLY, readEvents, startServer, type TestServer, until, untilAborted } from './worker-support'

let engine: FakeEngine
let status: WorkerStatus
let server: TestServer

beforeEach(async () => {
  engine = new FakeEngine()
  status = { state: 'ready', engine }
  server = await startServer(() => status)
})
afterEach(() => server.close())

const errorOf = async (response: Response) => errorBodySchema.parse(await response.json()).error

describe('a chat request', () => {
  test('is answered as one JSON object', async () => {
    const response = await chat(server.url)
    expect(response.status).toBe(200)
    const body = chatResponseSchema.parse(await response.json())
    expect(body.model).toBe('deskhand-pocket')
    expect(body.choices[0]).toMatchObject({ message: { role: 'assistant', content: REPLY.text }, finish_reason: 'stop' })
    expect(body.usage).toEqual({ prompt_tokens: 12, completion_tokens: 7, total_tokens: 19, prompt_tokens_details: { cached_tokens: 4 } })
  })

  test('is answered as a stream: role, pieces, finish reason, usage, [DONE]', async () => {
    const response = await chat(server.url, { stream: true, stream_options: { include_usage: true } })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = await readEvents(response)
    expect(events.pop()).toBe('[DONE]')
    const chunks = events.map((event) => chatChunkSchema.parse(JSON.parse(event)))
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' })
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe(REPLY.text)
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 19 } })
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1)
  })

  test('streams no usage that was not asked for', async () => {
    const events = await readEvents(await chat(server.url, { stream: true }))
    expect(events.some((event) => event.includes('usage'))).toBe(false)
  })

  test('reaches the engine with everything it says', async () => {
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Where is ' },
          { type: 'text', text: 'it?' },
        ],
      },
    ]
    const body = { messages, temperature: 0.5, top_p: 0.9, max_completion_tokens: 40, stop: ['\n'], seed: 7 }
    await chat(server.url, body, { headers: { 'x-priority': 'background' } })
    expect(engine.inputs[0]).toEqual({
      messages: [
        { role: 'system', text: 'Be brief.' },
        { role: 'user', text: 'Where is it?' },
      ],
    })
    expect(engine.requests[0]).toMatchObject({
      temperature: 0.5,
      topP: 0.9,
      maxTokens: 40,
      stop: ['\n'],
      seed: 7,
      priority: 'background',
    })
  })

  test('takes a stop string by itself, and null for what is left open', async () => {
    await chat(server.url, { stop: 'END', temperature: null, max_tokens: null })
    expect(engine.requests[0]).toMatchObject({ stop: ['END'], temperature: undefined, maxTokens: undefined, priority: 'interactive' })
  })
})

describe('a bad request', () => {
  test.each([
    ['broken JSON', '{"model":'],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nothing', ''],
    ['a hundred thousand lists in each other', `{"model":"qwen3","messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('of %s is a 400', async (_, body) => {
    const response = await chat(server.url, {}, { body })
    expect([response.status, (await errorOf(response)).code]).toEqual([400, 'invalid_json'])
  })

  test('that is compressed is a 415', async () => {
    expect((await chat(server.url, {}, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
  })

  test('that says it is not compressed, in whatever letters, is taken', async () => {
    for (const encoding of ['identity', 'Identity', ''])
      expect((await chat(server.url, {}, { headers: { 'content-encoding': encoding } })).status, encoding).toBe(200)
  })

  test('that is no object is a 400', async () => {
    const response = await chat(server.url, {}, { body: '"hello"' })
    expect([response.status, (await errorOf(response)).code]).toEqual([400, 'invalid_type'])
  })

  test('above 1 MB is a 413, and the server goes on', async () => {
    const response = await chat(server.url, { messages: [{ role: 'user', content: 'x'.repeat(1_500_000) }] })
    expect([response.status, (await errorOf(response)).code]).toEqual([413, 'payload_too_large'])
    expect((await chat(server.url)).status).toBe(200)
  })

  test('with an unknown priority is a 400', async () => {
    expect((await chat(server.url, {}, { headers: { 'x-priority': 'urgent' } })).status).toBe(400)
  })

  test('with the wrong method or address is a 405 or a 404', async () => {
    const response = await fetch(`${server.url}/v1/chat/completions`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await fetch(`${server.url}/v1/nothing`)).status).toBe(404)
    expect((await fetch(`${server.url}/`)).status).toBe(404)
  })
})

describe('models', () => {
  test('are listed with the profile that the web reads', async () => {
    const list = modelListSchema.parse(await (await fetch(`${server.url}/v1/models`)).json())
    const { name, loadedAt, vocabularySize, ...profile } = MODEL
    expect(list.data).toEqual([
      { id: name, object: 'model', created: 1_700_000_000, owned_by: 'deskhand', max_model_len: 1024, deskhand: profile },
    ])
  })

  const articles = ['deskhand-pocket', 'qwen2.5-7b', 'qwen2.5', 'qwen3', 'qwen3-4b', 'qwen3-4b-instruct', 'qwen3-4b-instruct-2507']
  const elsewhere = ['Qwen/Qwen3-4B-Instruct-2507', 'Qwen/Qwen2.5-7B-Instruct', 'Qwen3-4B', 'qwen2.5:7b', 'Deskhand-Pocket']
  test.each([...articles, ...elsewhere])('%s means the loaded model', async (model) => {
    expect((await chat(server.url, { model })).status).toBe(200)
    for (const place of [model, encodeURIComponent(model)]) {
      const entry = await (await fetch(`${server.url}/v1/models/${place}`)).json()
      expect(entry).toMatchObject({ id: 'deskhand-pocket' })
    }
  })

  test('that are not here are a 404', async () => {
    for (const model of ['gpt-4o', 'Qwen/', 'other/qwen3', 'qwen3:4b:q8']) {
      for (const response of [await chat(server.url, { model }), await fetch(`${server.url}/v1/models/${model}`)])
        expect([response.status, (await errorOf(response)).code], model).toEqual([404, 'model_not_found'])
    }
  })
})

describe('a failure of the engine', () => {
  const cases: [EngineErrorCode, number, string | null][] = [
    ['context_length_exceeded', 400, null],
    ['queue_full', 503, '3'],
    ['stopping', 503, '3'],
    ['decode_failed', 500, null],
  ]
  test.each(cases)('%s is a %i, streamed or not', async (code, expected, retryAfter) => {
    engine.loadNow = { slots: 4, busySlots: 4, waiting: 12, queueCapacity: 12, estimatedWaitMs: 0 }
    engine.answer = () => {
      throw new EngineError(code, 'a message')
    }
    for (const stream of [true, false]) {
      const response = await chat(server.url, { stream })
      expect([response.status, response.headers.get('retry-after')]).toEqual([expected, retryAfter])
      expect(await errorOf(response)).toMatchObject({ code, message: 'a message' })
    }
    expect(server.errors.map((error) => error.code)).toEqual(expected === 500 ? [code, code] : [])
  })

  test('in the middle of a stream is its last event, and there is no [DONE]', async () => {
    engine.answer = async (request) => {
      request.onText?.('Hello')
      throw new EngineError('decode_failed', 'The model failed.')
    }
    const events = await readEvents(await chat(server.url, { stream: true }))
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ error: { code: 'decode_failed', type: 'server_error' } })
  })

  test('that nobody foresaw is a 500 without its message', async () => {
    engine.answer = async () => {
      throw new Error('secret words of a customer')
    }
    const response = await chat(server.url)
    expect(response.status).toBe(500)
    expect(JSON.stringify(await errorOf(response))).not.toContain('secret')
  })
})

describe('a client that hangs up', () => {
  test('aborts its request while it waits for JSON', async () => {
    engine.answer = untilAborted
    const hangUp = new AbortController()
    const response = chat(server.url, {}, { signal: hangUp.signal })
    await until(() => engine.requests.length === 1)
    hangUp.abort()
    await expect(response).rejects.toThrow()
    await until(() => engine.requests[0]?.signal.aborted)
  })

  test('aborts its request in the middle of a stream, and no error is logged', async () => {
    engine.answer = (request) => {
      request.onText?.('Hello')
      request.onStep?.(2)
      return untilAborted(request)
    }
    const response = await chat(server.url, { stream: true })
    await response.body?.cancel()
    await until(() => engine.requests[0]?.signal.aborted)
    const counted = async () => (await fetch(`${server.url}/metrics`)).text()
    await expect.poll(counted).toContain('vllm:request_success_total{model_name="deskhand-pocket",finished_reason="abort"} 1')
    // What was computed for it counts.
    expect(await counted()).toContain('vllm:generation_tokens_total{model_name="deskhand-pocket"} 2')
    expect(await counted()).toContain('vllm:prompt_tokens_total{model_name="deskhand-pocket"} 1')
    expect(server.errors).toEqual([])
  })

  test('while it still sends its body harms nobody', async () => {
    const half = httpRequest(`${server.url}/v1/chat/completions`, { method: 'POST', headers: { 'content-length': '1000' } })
    half.on('error', () => {})
    half.write('{"model":')
    await new Promise((resolve) => half.once('socket', (socket) => socket.once('connect', resolve)))
    half.destroy()
    expect((await chat(server.url)).status).toBe(200)
    expect(server.errors).toEqual([])
  })
})

describe('health', () => {
  test('is alive while the model is loading, and not ready', async () => {
    status = { state: 'loading' }
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    const ready = await fetch(`${server.url}/ready`)
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'loading' }])
    const response = await chat(server.url)
    expect([response.status, response.headers.get('retry-after'), (await errorOf(response)).code]).toEqual([503, '2', 'model_loading'])
  })

  test('is ready with the model, its device and what it is doing', async () => {
    const ready = await fetch(`${server.url}/ready`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ status: 'ready', model: 'deskhand-pocket', device: 'cpu', load: { slots: 4, waiting: 0 } })
  })

  test('shows requests, tokens, queue and slots as metrics', async () => {
    engine.loadNow = { slots: 4, busySlots: 3, waiting: 2, queueCapacity: 64, estimatedWaitMs: 0 }
    await chat(server.url)
    await chat(server.url, { model: 'gpt-4o' })
    const text = await (await fetch(`${server.url}/metrics`)).text()
    for (const line of [
      'deskhand:http_requests_total{path="/v1/chat/completions",status="200"} 1',
      'deskhand:http_requests_total{path="/v1/chat/completions",status="404"} 1',
      'vllm:generation_tokens_total{model_name="deskhand-pocket"} 7',
      'vllm:num_requests_waiting{model_name="deskhand-pocket"} 2',
      'vllm:num_requests_running{model_name="deskhand-pocket"} 3',
      'vllm:request_success_total{model_name="deskhand-pocket",finished_reason="stop"} 1',
      'vllm:time_to_first_token_seconds_count{model_name="deskhand-pocket"} 1',
      // Six tokens that came together.
      'vllm:inter_token_latency_seconds_count{model_name="deskhand-pocket"} 1',
    ])
      expect(text).toContain(line)
  })
})

describe('API keys', () => {
  test('are asked for under /v1 and nowhere else', async () => {
    const locked = await startServer(() => status, { apiKeys: ['first', 'second'] })
    try {
      const strangers: Record<string, string>[] = [{}, { authorization: 'Bearer wrong' }, { authorization: 'first' }]
      for (const headers of strangers) {
        const response = await chat(locked.url, {}, { headers })
        expect([response.status, (await errorOf(response)).code]).toEqual([401, 'invalid_api_key'])
      }
      expect((await chat(locked.url, {}, { headers: { authorization: 'Bearer second' } })).status).toBe(200)
      expect((await fetch(`${locked.url}/ready`)).status).toBe(200)
    } finally {
      await locked.close()
    }
  })
})
