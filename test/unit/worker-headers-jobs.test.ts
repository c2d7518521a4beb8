import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorBodySchema } from '@/lib/inference/protocol'
import { EngineError } from '@/worker/engine'
import { JobFiles } from '@/worker/http/job-files'
import { readHeaders, withinDeadline } from '@/worker/http/request-headers'
import { chat, FakeEngine, REPLY, readEvents, startServer, type TestServer, until, untilAborted } from './worker-support'

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = new FakeEngine()
  server = await startServer(() => ({ state: 'ready', engine }), { apiKeys: ['one', 'two'] })
})
afterEach(() => server.close())

const as = (key: string, more: Record<string, string> = {}) => ({ headers: { authorization: `Bearer ${key}`, ...more } })
const errorOf = async (response: Response) => errorBodySchema.parse(await response.json()).error

describe('a deadline', () => {
  test('reaches the engine, and one that cannot be met is refused with the estimate', async () => {
    await chat(server.url, {}, as('one', { 'x-deadline-ms': '60000' }))
    const left = engine.requests[0]?.startWithinMs ?? 0
    expect(left > 0 && left < 60_000).toBe(true)
    engine.answer = () => {
      throw new EngineError('cannot_start_in_time', 'It would begin in 4.2 s.', { waitMs: 4200 })
    }
    const response = await chat(server.url, {}, as('one', { 'x-deadline-ms': '100' }))
    expect([response.status, response.headers.get('retry-after'), response.headers.get('x-deskhand-wait-ms')]).toEqual([503, '5', '4200'])
    expect(await errorOf(response)).toMatchObject({ code: 'cannot_start_in_time' })
  })

  test('counts from when the request came in, so what reading it took is over', () => {
    const request = { headers: { 'x-deadline-ms': '100' } } as unknown as IncomingMessage
    const { startWithinMs } = withinDeadline(readHeaders({ request, startedAt: performance.now() - 150 }))
    expect(startWithinMs).toBeLessThanOrEqual(-50)
  })

  test.each(['soon', '0', '-5', '1.5', '0x10', '1e3', '5, 6'])('of %s is a 400', async (value) => {
    expect((await chat(server.url, {}, as('one', { 'x-deadline-ms': value }))).status).toBe(400)
  })
})

describe('a conversation that is too long', () => {
  test('loses its oldest turns, and the answer says how many', async () => {
    engine.prepare = async (input, { signal: _, ...options }) => {
      engine.inputs.push(input)
      expect(options).toEqual({ truncation: 'auto', maxTokens: 30 })
      return { tokens: [1], droppedMessages: 4 }
    }
    for (const stream of [false, true]) {
      const response = await chat(server.url, { stream, max_tokens: 30 }, as('one'))
      expect(response.headers.get('x-deskhand-dropped-messages')).toBe('4')
      await response.text()
    }
  })

  test('is an error with both numbers when nothing may be left out', async () => {
    engine.prepare = async (_, options) => {
      expect(options.truncation).toBe('disabled')
      throw new EngineError('context_length_exceeded', 'too long', { limit: 1024, asked: 4000 })
    }
    const response = await chat(server.url, { truncation: 'disabled' }, as('one'))
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toEqual({
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
      param: 'messages',
      message:
        "This model's maximum context length is 1024 tokens. However, your messages resulted in 4000 tokens. Please reduce the length of the messages.",
    })
  })

  test('is a parameter that this model cannot honour, by the wire’s name', async () => {
    engine.prepare = async () => {
      throw new EngineError('unsupported', 'no', { param: 'enableThinking' })
    }
    for (const [body, param] of [
      [{ chat_template_kwargs: { enable_thinking: true } }, 'chat_template_kwargs.enable_thinking'],
      [{ reasoning_effort: 'high' }, 'reasoning_effort'],
    ] as const) {
      expect(await errorOf(await chat(server.url, body, as('one')))).toMatchObject({
        code: 'unsupported_parameter',
        param,
        message: `Unsupported parameter: '${param}' is not supported with this model.`,
      })
    }
  })
})

describe('a request that is answered later', () => {
  const begin = async (body: Record<string, unknown> = {}) => {
    const response = await chat(server.url, body, as('one', { prefer: 'wait=1, Respond-Async; wait=5' }))
    expect([response.status, response.headers.get('preference-applied')]).toEqual([202, 'respond-async'])
    return `${server.url}${response.headers.get('location')}`
  }

  test('is taken with 202, and its reply is where it says', async () => {
    let write: () => void = () => {}
    engine.answer = async (request) => {
      await new Promise<void>((resolve) => {
        write = resolve
      })
      request.onText?.('好')
      return { ...REPLY, text: '好' }
    }
    const place = await begin()
    expect(await (await fetch(place, as('one'))).json()).toMatchObject({ object: 'job', status: 'in_progress', result: null })
    write()
    const done = await until(async () => {
      const job = await (await fetch(place, as('one'))).json()
      return job.status === 'completed' && job
    })
    expect(done.result).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { content: '好' } }],
      usage: { completion_tokens: 7 },
    })
    expect((await fetch(place, as('two'))).status).toBe(404)
    expect((await fetch(place, { ...as('one'), method: 'DELETE' })).status).toBe(200)
    expect((await fetch(place, as('one'))).status).toBe(404)
  })

  test('says at once, and with its reply, that turns were left out', async () => {
    engine.prepare = async () => ({ tokens: [1], droppedMessages: 4 })
    const taken = await chat(server.url, {}, as('one', { prefer: 'respond-async' }))
    expect([taken.status, taken.headers.get('x-deskhand-dropped-messages')]).toEqual([202, '4'])
    const shown = await fetch(`${server.url}${taken.headers.get('location')}`, as('one'))
    expect(shown.headers.get('x-deskhand-dropped-messages')).toBe('4')
  })

  test('goes on though its client has gone, and ends when it is cancelled', async () => {
    engine.answer = untilAborted
    const place = await begin()
    expect(engine.requests[0]?.signal.aborted).toBe(false)
    const cancelled = await fetch(place, { ...as('one'), method: 'DELETE' })
    expect(await cancelled.json()).toMatchObject({ status: 'cancelled' })
    expect(engine.requests[0]?.signal.aborted).toBe(true)
    expect(await errorOf(await fetch(place, as('one')))).toMatchObject({ code: 'job_not_found' })
  })

  test('tells its failure', async () => {
    engine.answer = () => Promise.reject(new EngineError('decode_failed', 'The model failed.'))
    const place = await begin()
    const job = await until(async () => {
      const shown = await (await fetch(place, as('one'))).json()
      return shown.status === 'failed' && shown
    })
    expect(job.error).toMatchObject({ code: 'decode_failed', type: 'server_error' })
  })

  test('that fails for a reason nobody foresaw is told to whoever runs the worker', async () => {
    const cause = new TypeError('a fault of ours')
    engine.answer = () => Promise.reject(cause)
    const place = await begin()
    await expect.poll(async () => (await fetch(place, as('one'))).json()).toMatchObject({ status: 'failed', error: { code: 'internal' } })
    expect(server.errors).toMatchObject([{ status: 500, cause }])
  })

  test('takes a place of its caller alone: who has too many is refused, and others are not', async () => {
    engine.answer = untilAborted
    const places: string[] = []
    for (let count = 0; count < 250; count++) places.push(await begin())
    const refused = await chat(server.url, {}, as('one', { prefer: 'respond-async' }))
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 10])
    expect(await errorOf(refused)).toMatchObject({ code: 'too_many_jobs', message: expect.stringContaining('250 jobs of yours') })
    expect((await chat(server.url, {}, as('two', { prefer: 'respond-async' }))).status).toBe(202)
    await fetch(places[0] ?? '', { ...as('one'), method: 'DELETE' })
    await begin()
  })

  test('is refused at once where the engine refuses at once, and a stream is a stream', async () => {
    engine.answer = () => {
      throw new EngineError('queue_full', 'full')
    }
    expect((await chat(server.url, {}, as('one', { prefer: 'respond-async' }))).status).toBe(503)
    engine.answer = async () => REPLY
    const stream = await chat(server.url, { stream: true }, as('one', { prefer: 'respond-async' }))
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
  })
})

describe('a request that is answered later, with a folder for its reply', () => {
  const folders: string[] = []
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskhand-jobs-'))
    folders.push(folder)
    return folder
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })
  const withFolder = (jobsFolder: string, apiKeys = ['one', 'two']) =>
    startServer(() => ({ state: 'ready', engine }), { apiKeys, jobsFolder })
  const begin = async ({ url }: TestServer) => {
    const response = await chat(url, {}, as('one', { prefer: 'respond-async' }))
    return response.headers.get('location') ?? ''
  }
  const fetchJob = async ({ url }: TestServer, place: string, key = 'one') => (await fetch(`${url}${place}`, as(key))).json()

  test('finds it at the next process, and its caller alone does, whatever the order of the keys', async () => {
    const folder = newFolder()
    const first = await withFolder(folder)
    const place = await begin(first)
    const job = await until(async () => {
      const shown = await fetchJob(first, place)
      return shown.status === 'completed' && shown
    })
    await first.close()
    const next = await withFolder(folder, ['new', 'two', 'one'])
    expect(await fetchJob(next, place)).toEqual(job)
    expect(await fetchJob(next, place, 'two')).toMatchObject({ error: { code: 'job_not_found' } })
    expect((await fetch(`${next.url}${place}`, { ...as('one'), method: 'DELETE' })).status).toBe(200)
    expect(readdirSync(folder)).toEqual([])
    await next.close()
  })

  test('is told that the server was stopped, by the process that was and by the next one', async () => {
    const folder = newFolder()
    let stop: (error: Error) => void = () => {}
    engine.answer = () => new Promise((_, reject) => (stop = reject))
    const first = await withFolder(folder)
    const place = await begin(first)
    stop(new EngineError('stopping', 'The server is stopping.'))
    const told = { status: 'failed', result: null, error: { type: 'server_error', code: 'server_stopped', param: null } }
    await expect.poll(() => fetchJob(first, place)).toMatchObject(told)
    const cutOff = await begin(first)
    await first.close()
    // As a process leaves it that is killed: still in progress.
    const next = await withFolder(folder)
    expect(await fetchJob(next, place)).toMatchObject(told)
    expect(await fetchJob(next, cutOff)).toMatchObject({ ...told, error: { message: expect.stringContaining('Send the request again') } })
    await next.close()
  })

  test('is left to a process that still runs, and taken over when that has ended', () => {
    const folder = newFolder()
    const alive = new Set([process.ppid])
    const files = new JobFiles(folder, (pid) => alive.has(pid))
    const job = { id: `job_${randomUUID()}`, caller: 'key 1', createdAt: Date.now(), result: null, error: null, headers: {} }
    files.write({ ...job, status: 'completed' })
    const path = join(folder, `${job.id}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace(`"pid":${process.pid}`, `"pid":${process.ppid}`))
    expect([files.list(), files.find(job.id)]).toEqual([[], null])
    alive.clear()
    expect(files.find(job.id)).toEqual({ ...job, status: 'completed' })
    expect(files.list()).toHaveLength(1)
  })

  test('forgets what is too old, and what is no job at all', async () => {
    const folder = newFolder()
    const files = new JobFiles(folder)
    const old = { id: `job_${randomUUID()}`, caller: 'key', createdAt: Date.now() - 11 * 60_000, result: 1, error: null, headers: {} }
    files.write({ ...old, status: 'completed' })
    for (const [name, text] of [
      [`job_${randomUUID()}.json`, '{"id":'],
      [`job_${randomUUID()}.json`, readFileSync(join(folder, `${old.id}.json`), 'utf8')],
      [`job_${randomUUID()}.json.new`, '{'],
      ['note.json', 'not ours'],
    ] as const)
      writeFileSync(join(folder, name), text)
    const next = await withFolder(folder)
    expect(readdirSync(folder)).toEqual(['note.json'])
    expect(await fetchJob(next, `/v1/jobs/${encodeURIComponent('../note')}`)).toMatchObject({ error: { code: 'job_not_found' } })
    await next.close()
  })

  test('that cannot be written is answered all the same, and whoever runs the worker hears of it', async () => {
    const folder = newFolder()
    const first = await withFolder(folder)
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'no folder')
    const place = await begin(first)
    await expect.poll(() => fetchJob(first, place)).toMatchObject({ status: 'completed' })
    expect(first.errors).toMatchObject([{ code: 'job_not_kept' }, { code: 'job_not_kept' }])
    await first.close()
  })
})

describe('a chat with images', () => {
  const messages = [
    {
      role: 'user',
      content: [
        { type: 'text', text: '这是什么？' },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
      ],
    },
  ]

  test('goes whole to the vision server, streamed back as it comes', async () => {
    const asked: { body: Record<string, unknown>; key: string | undefined }[] = []
    const other = createServer(async (request, response) => {
      let text = ''
      for await (const chunk of request) text += chunk
      asked.push({ body: JSON.parse(text), key: request.headers.authorization })
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-internal': 'no' })
      response.write('data: {"a":1}\n\n')
      response.end('data: [DONE]\n\n')
    }).listen(0, '127.0.0.1')
    const url = await new Promise<string>((resolve) =>
      other.once('listening', () => resolve(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)),
    )
    const seeing = await startServer(() => ({ state: 'ready', engine }), { vision: { url, apiKey: 'secret', model: 'qwen-vl' } })
    const response = await chat(seeing.url, { model: 'anything', messages, stream: true, temperature: 0.5 })
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-internal')]).toEqual([
      200,
      'text/event-stream',
      null,
    ])
    expect(await response.text()).toBe('data: {"a":1}\n\ndata: [DONE]\n\n')
    expect(asked).toEqual([{ body: { model: 'qwen-vl', messages, stream: true, temperature: 0.5 }, key: 'Bearer secret' }])
    expect(engine.requests).toHaveLength(0)
    other.close()
    other.closeAllConnections()
    const gone = await chat(seeing.url, { messages })
    expect([gone.status, (await errorOf(gone)).code]).toEqual([502, 'vision_unreachable'])
    await seeing.close()
  })
})

describe('a vision server that', () => {
  const messages = [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }] }]

  /** What a client gets of a server that writes these pieces and then says nothing more. */
  async function askStalled(pieces: string[], limits: { visionFirstMs?: number; visionStallMs?: number }) {
    let left: Promise<unknown> | undefined
    const other = createServer((request, response) => {
      request.resume()
      left = once(response, 'close')
      if (pieces.length > 0) response.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const piece of pieces) response.write(piece)
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const seeing = await startServer(() => ({ state: 'ready', engine }), { vision: { url }, limits })
    const response = await chat(seeing.url, { messages, stream: true })
    const text = await response.text().catch((error: Error) => error.name)
    await left
    other.close()
    await seeing.close()
    return { status: response.status, text }
  }

  test('never answers is given up', async () => {
    expect(await askStalled([], { visionFirstMs: 50 })).toMatchObject({ status: 502, text: expect.stringContaining('vision_unreachable') })
  })

  test('falls silent in the middle of its answer is given up, and the half answer does not look whole', async () => {
    expect(await askStalled(['data: {"a":1}\n\n'], { visionStallMs: 50 })).toEqual({ status: 200, text: 'TypeError' })
  })
})

describe('text without a template', () => {
  const post = (path: string, body: unknown) => fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body), ...as('one') })
  const complete = (body: Record<string, unknown>) => post('/v1/completions', { model: 'qwen3', ...body })

  test('goes on, with echo, several prompts and several choices', async () => {
    engine.answer = async (request) => ({ ...REPLY, text: `+${request.seed}` })
    const body = await (await complete({ prompt: ['一', 'two'], n: 2, seed: 5, echo: true, max_tokens: 9 })).json()
    expect(body).toMatchObject({ object: 'text_completion', model: 'deskhand-pocket' })
    expect(body.choices.map((choice: { index: number; text: string }) => [choice.index, choice.text])).toEqual([
      [0, '一+5'],
      [1, '一+6'],
      [2, 'two+5'],
      [3, 'two+6'],
    ])
    expect(body.usage).toMatchObject({ prompt_tokens: 24, completion_tokens: 28 })
    expect(engine.inputs).toEqual([{ text: '一' }, { text: 'two' }])
    expect(engine.requests[0]).toMatchObject({ maxTokens: 9 })
  })

  test('takes tokens, and sixteen new ones unless it is told otherwise', async () => {
    await complete({ prompt: [104, 105], echo: true })
    await complete({ prompt: [[104], [105]] })
    expect(engine.inputs).toEqual([{ tokens: [104, 105] }, { tokens: [104] }, { tokens: [105] }])
    expect(engine.requests[0]?.maxTokens).toBe(16)
  })

  test('is streamed', async () => {
    const events = (await (await complete({ prompt: 'a', echo: true, stream: true, stream_options: { include_usage: true } })).text())
      .split('\n\n')
      .filter(Boolean)
    expect(events.pop()).toBe('data: [DONE]')
    const chunks = events.map((event) => JSON.parse(event.slice(6)))
    expect(chunks.map((chunk) => chunk.choices[0]?.text ?? '').join('')).toBe(`a${REPLY.text}`)
    expect(chunks.at(-2).choices[0].finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 19 } })
  })

  test('tells where each token begins, by characters, whole and streamed', async () => {
    const drawn = [[0xf0, 0x9f], [0x98, 0x80], [0x61], [0xe4, 0xbd], [0xa0, 0x21], [0x62]]
    const tokens = drawn.map((bytes) => ({ token: Buffer.from(bytes).toString(), bytes, logprob: -1, top: [] }))
    engine.answer = async (request) => {
      request.onText?.('😀', tokens.slice(0, 2))
      request.onText?.('a', tokens.slice(2, 3))
      request.onText?.('你!b', tokens.slice(3))
      return { ...REPLY, text: '😀a你!b', logprobs: tokens }
    }
    const asked = { prompt: '中😀', echo: false, logprobs: 0 }
    const whole = (await (await complete(asked)).json()).choices[0].logprobs
    expect(whole.text_offset).toEqual([0, 1, 1, 2, 3, 4])
    const events = (await readEvents(await complete({ ...asked, stream: true }))).slice(0, -1).map((event) => JSON.parse(event))
    expect(events.flatMap((event) => event.choices[0].logprobs?.text_offset ?? [])).toEqual(whole.text_offset)
  })

  test.each([
    ['a suffix', { prompt: 'a', suffix: 'b' }, 'suffix', 'unsupported_parameter'],
    ['best_of', { prompt: 'a', best_of: 3 }, 'best_of', 'unsupported_parameter'],
    ['best_of below n', { prompt: 'a', n: 2, best_of: 1 }, 'best_of', 'unsupported_parameter'],
    ['likelihoods of its echo', { prompt: 'a', echo: true, logprobs: 1 }, 'logprobs', 'invalid_value'],
    ['six likelihoods', { prompt: 'a', logprobs: 6 }, 'logprobs', 'integer_above_max_value'],
    ['no prompt', {}, 'prompt', 'missing_required_parameter'],
    ['messages', { prompt: 'a', messages: [] }, 'messages', null],
  ])('with %s is a 400', async (_, body, param, code) => {
    const response = await complete(body)
    expect([response.status, await errorOf(response)]).toMatchObject([400, { param, code }])
  })

  test('may name what is so anyway', async () => {
    for (const more of [{ best_of: 1 }, { n: 2, best_of: 2 }, { suffix: '' }]) {
      expect((await complete({ prompt: 'a', ...more })).status).toBe(200)
    }
  })

  test('and chats are cut into tokens', async () => {
    expect(await (await post('/v1/tokenize', { prompt: 'hi' })).json()).toEqual({ count: 2, max_model_len: 1024, tokens: [104, 105] })
    expect(await (await post('/v1/tokenize', { model: 'qwen3', messages: [{ role: 'user', content: 'hi' }] })).json()).toMatchObject({
      count: 1,
      tokens: [1],
    })
    expect((await post('/v1/tokenize', {})).status).toBe(400)
    expect((await post('/v1/tokenize', { prompt: 'a', messages: [{ role: 'user', content: 'hi' }] })).status).toBe(400)
  })
})
