import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { ChatOpenAI } from '@langchain/openai'
import { APICallError, generateText, Output, streamText } from 'ai'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { RealWorker } from '../support/worker'
import { CLOSING, PROMPTS, SYSTEM } from './pocket'

// Clients that nobody here wrote, against the real worker with the pocket model, as their own documentation uses them.

const MODEL = 'qwen3-4b-instruct-2507'
const KEY = 'sk-test'
const [language, question] = PROMPTS[0] as (typeof PROMPTS)[number]
const worker = new RealWorker({ WORKER_API_KEYS: KEY })
const open = new RealWorker()
let url = ''
let openUrl = ''

beforeAll(async () => {
  ;[url, openUrl] = await Promise.all([worker.start(), open.start()])
}, 60_000)
afterAll(async () => {
  await Promise.all([worker.kill(), open.kill()])
})

const system = { role: 'system' as const, content: SYSTEM[language] }
const user = { role: 'user' as const, content: question }
/** Without a seed: one that names it is computed apart, and shares only whole pieces of a prompt longer than this. */
const greedy = { temperature: 0, max_tokens: 120 }
let expected = ''
/** Nobody's reply is being written any more. */
const untilFree = () => expect.poll(async () => (await (await fetch(`${url}/ready`)).json()).load.busySlots).toBe(0)

describe('openai', () => {
  const client = () => new OpenAI({ baseURL: `${url}/v1`, apiKey: KEY, maxRetries: 0 })

  test('gets a reply with usage and the real model’s name', async () => {
    const completion = await client().chat.completions.create({ model: MODEL, messages: [system, user], ...greedy })
    expected = completion.choices[0]?.message.content ?? ''
    expect(expected).toContain(CLOSING[language])
    expect(completion).toMatchObject({ model: 'deskhand-pocket', choices: [{ finish_reason: 'stop' }] })
    expect(completion.usage?.total_tokens).toBe((completion.usage?.prompt_tokens ?? 0) + (completion.usage?.completion_tokens ?? 0))
  })

  test('streams the same reply, and counts what it had before', async () => {
    const options = { stream: true as const, stream_options: { include_usage: true } }
    const stream = await client().chat.completions.create({ model: MODEL, messages: [system, user], ...greedy, ...options })
    let text = ''
    let usage: OpenAI.CompletionUsage | null | undefined
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? ''
      usage = chunk.usage ?? usage
    }
    expect(text).toBe(expected)
    expect(usage?.prompt_tokens_details?.cached_tokens).toBeGreaterThan(0)
  })

  test('puts a stream together by its own helper', async () => {
    const stream = client().chat.completions.stream({ model: MODEL, messages: [system, user], ...greedy })
    expect(await stream.finalContent()).toBe(expected)
    expect((await stream.finalChatCompletion()).choices[0]?.finish_reason).toBe('stop')
  })

  test('stops at a stop string and at a number of tokens, with the reason', async () => {
    const stop = expected.slice(10, 14)
    const stopped = await client().chat.completions.create({ model: MODEL, messages: [system, user], ...greedy, stop: [stop] })
    expect([stopped.choices[0]?.message.content, stopped.choices[0]?.finish_reason]).toEqual([
      expected.slice(0, expected.indexOf(stop)),
      'stop',
    ])
    const short = await client().chat.completions.create({ model: MODEL, messages: [system, user], ...greedy, max_tokens: 3 })
    expect([short.usage?.completion_tokens, short.choices[0]?.finish_reason]).toEqual([3, 'length'])
  })

  test('gets several choices of one prompt', async () => {
    const { choices } = await client().chat.completions.create({ model: MODEL, messages: [system, user], ...greedy, n: 2 })
    expect(choices.map((choice) => choice.message.content)).toEqual([expected, expected])
  })

  test('aborts a stream, and the worker is free again', async () => {
    const stream = await client().chat.completions.create({ model: MODEL, messages: [system, user], temperature: 0, stream: true })
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) break
    const gone = new AbortController()
    const reply = client().chat.completions.create({ model: MODEL, messages: [system, user] }, { signal: gone.signal })
    gone.abort()
    await expect(reply).rejects.toBeInstanceOf(OpenAI.APIUserAbortError)
    await untilFree()
  })

  test('knows the errors by their classes', async () => {
    const create = (body: object) => client().chat.completions.create({ model: MODEL, messages: [user], ...body })
    await expect(create({ model: 'gpt-4o' })).rejects.toBeInstanceOf(OpenAI.NotFoundError)
    const bad = await create({ temperature: 3 }).catch((error: unknown) => error)
    expect(bad).toBeInstanceOf(OpenAI.BadRequestError)
    expect(bad).toMatchObject({ param: 'temperature', code: 'decimal_above_max_value', type: 'invalid_request_error' })
    await expect(create({ temperature: 3, stream: true })).rejects.toBeInstanceOf(OpenAI.BadRequestError)
    const stranger = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'wrong', maxRetries: 0 })
    await expect(stranger.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError)
    const long = await create({ messages: [{ role: 'user', content: '长'.repeat(20_000) }] }).catch((error: unknown) => error)
    expect(long).toMatchObject({
      code: 'context_length_exceeded',
      message: expect.stringMatching(/maximum context length is \d+ tokens.*\d+ tokens/),
    })
  })

  test('lists and shows models, and completes text', async () => {
    const models = []
    for await (const model of client().models.list()) models.push(model.id)
    expect(models).toEqual(['deskhand-pocket'])
    expect(await client().models.retrieve('qwen3')).toMatchObject({
      id: 'deskhand-pocket',
      max_model_len: expect.any(Number),
      deskhand: { quantization: 'Q8_0' },
    })
    const { choices } = await client().completions.create({ model: MODEL, prompt: '您好', echo: true, max_tokens: 4, temperature: 0 })
    expect(choices[0]?.text.startsWith('您好')).toBe(true)
  })
})

describe('the AI SDK', () => {
  const model = () => createOpenAICompatible({ name: 'deskhand', baseURL: `${url}/v1`, apiKey: KEY, includeUsage: true })(MODEL)
  const options = { temperature: 0, seed: 1, maxOutputTokens: 120, maxRetries: 0 }

  test('gets a reply', async () => {
    const { text, usage, finishReason } = await generateText({ model: model(), system: system.content, prompt: user.content, ...options })
    expect([text, finishReason]).toEqual([expected, 'stop'])
    expect(usage.outputTokens).toBeGreaterThan(0)
  })

  test('streams the same', async () => {
    const result = streamText({ model: model(), system: system.content, messages: [user], ...options })
    let text = ''
    for await (const piece of result.textStream) text += piece
    expect(text).toBe(expected)
    expect((await result.usage).inputTokens).toBeGreaterThan(0)
  })

  test('makes objects whose fields zod describes by format, pattern, place and name', async () => {
    const schema = z.object({
      day: z.iso.date(),
      at: z.iso.datetime({ precision: 0 }),
      order: z.uuid(),
      size: z.tuple([z.enum(['cm', 'in']), z.int32()]),
      counts: z.record(z.enum(['red', 'blue']), z.int().min(0).max(9)),
    })
    const strict = createOpenAICompatible({ name: 'deskhand', baseURL: `${url}/v1`, apiKey: KEY, supportsStructuredOutputs: true })(MODEL)
    const { output } = await generateText({
      model: strict,
      prompt: user.content,
      output: Output.object({ schema }),
      temperature: 0,
      maxOutputTokens: 600,
      maxRetries: 0,
    })
    expect(schema.safeParse(output).success).toBe(true)
  })

  test('aborts a stream, and the worker is free again', async () => {
    const gone = new AbortController()
    const { fullStream } = streamText({ model: model(), prompt: user.content, abortSignal: gone.signal, maxRetries: 0 })
    const parts: string[] = []
    for await (const { type } of fullStream) {
      parts.push(type)
      if (type === 'text-delta') gone.abort()
    }
    expect([parts.at(-1), parts.includes('finish')]).toEqual(['abort', false])
    await untilFree()
  })

  test('shows the errors of a stream', async () => {
    const errors: unknown[] = []
    const onError = ({ error }: { error: unknown }) => void errors.push(error)
    const { textStream } = streamText({ model: model(), prompt: user.content, temperature: 9, maxRetries: 0, onError })
    for await (const piece of textStream) expect(piece).toBe('')
    expect(errors).toMatchObject([{ statusCode: 400, message: expect.stringContaining("Invalid 'temperature'") }])
  })

  test('aborts, and shows errors', async () => {
    const gone = new AbortController()
    const reply = generateText({ model: model(), prompt: user.content, abortSignal: gone.signal, maxRetries: 0 })
    gone.abort()
    await expect(reply).rejects.toMatchObject({ name: 'AbortError' })
    const error = await generateText({ model: model(), prompt: user.content, temperature: 9, maxRetries: 0 }).catch(
      (cause: unknown) => cause,
    )
    expect(APICallError.isInstance(error) && [error.statusCode, error.message]).toEqual([
      400,
      expect.stringContaining("Invalid 'temperature'"),
    ])
  })
})

describe('LangChain', () => {
  const model = (more: object = {}) =>
    new ChatOpenAI({
      model: MODEL,
      temperature: 0,
      maxTokens: 120,
      apiKey: KEY,
      maxRetries: 0,
      configuration: { baseURL: `${url}/v1` },
      ...more,
    })
  const messages = [
    { role: 'system', content: system.content },
    { role: 'user', content: user.content },
  ]

  test('gets a reply', async () => {
    const reply = await model().invoke(messages)
    expect(reply.content).toBe(expected)
    expect(reply.usage_metadata?.output_tokens).toBeGreaterThan(0)
  })

  test('streams the same', async () => {
    let text = ''
    for await (const chunk of await model().stream(messages)) text += chunk.text
    expect(text).toBe(expected)
  })

  test('asks in batches', async () => {
    const replies = await model().batch([messages, messages])
    expect(replies.map((reply) => reply.content)).toEqual([expected, expected])
  })

  test('aborts, and shows errors', async () => {
    const gone = new AbortController()
    const reply = model().invoke(messages, { signal: gone.signal })
    gone.abort()
    await expect(reply).rejects.toThrow()
    await expect(model({ temperature: 9 }).invoke(messages)).rejects.toThrow("Invalid 'temperature'")
    await expect(model({ temperature: 9 }).stream(messages)).rejects.toThrow("Invalid 'temperature'")
  })

  test('aborts a stream, and the worker is free again', async () => {
    const gone = new AbortController()
    let text = ''
    const read = async () => {
      for await (const chunk of await model().stream(messages, { signal: gone.signal })) {
        text += chunk.text
        if (chunk.text !== '') gone.abort()
      }
    }
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' })
    expect([expected.startsWith(text), text.length < expected.length]).toEqual([true, true])
    await untilFree()
  })
})

describe('the bare calls of articles', () => {
  const run = promisify(execFile)
  const body = JSON.stringify({ model: 'qwen2.5-7b', messages: [system, user] })

  test.each([[[]], [['-H', 'Content-Type: application/json']]])(
    'curl with only model and messages, no key, no charset, headers %j',
    async (headers) => {
      const { stdout } = await run('curl', ['-sS', '-X', 'POST', `${openUrl}/v1/chat/completions`, ...headers, '-d', body])
      expect(JSON.parse(stdout)).toMatchObject({
        object: 'chat.completion',
        choices: [{ message: { role: 'assistant', content: expect.any(String) } }],
      })
    },
  )

  test('Python reads the stream by lines until data: [DONE]', async () => {
    const program = `
import json, sys, urllib.request
body = {"model": "qwen2.5", "messages": json.loads(sys.argv[2]), "temperature": 0.0, "max_tokens": 120, "top_p": 0.9, "stream": True}
request = urllib.request.Request(sys.argv[1] + "/v1/chat/completions", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"})
text = ""
with urllib.request.urlopen(request) as response:
    for line in response:
        line = line.decode("utf-8").strip()
        if not line.startswith("data: "):
            continue
        if line == "data: [DONE]":
            break
        delta = json.loads(line[len("data: "):])["choices"][0]["delta"]
        text += delta.get("content") or ""
sys.stdout.reconfigure(encoding="utf-8")
print(text, end="")
`
    const { stdout } = await run('python3', ['-c', program, openUrl, JSON.stringify([system, user])]).catch(
      (cause: NodeJS.ErrnoException) => {
        throw cause.code === 'ENOENT'
          ? new Error('python3 is not installed; this test needs it (apt-get install python3).', { cause })
          : cause
      },
    )
    expect(stdout).toBe(expected)
  })
})
