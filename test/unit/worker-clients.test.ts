import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { ChatOpenAI } from '@langchain/openai'
import { generateText, Output, stepCountIs, streamText, tool } from 'ai'
import OpenAI from 'openai'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EngineError, type EngineRequest } from '@/worker/engine'
import type { ChatRequest } from '@/worker/http/chat-schema'
import { isText, readGbnf } from '../support/gbnf'
import { FakeEngine, REPLY, startServer, type TestServer } from './worker-support'

// Clients that nobody here wrote, with tools and JSON schemas. The engine is a FAKE that writes scripted calls, because
// the pocket model knows no tools; with what it can do they meet the real worker in test/model/clients.test.ts.

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = new FakeEngine()
  engine.answer = scripted
  server = await startServer(() => ({ state: 'ready', engine }))
})
afterEach(() => server.close())

const JSON_REPLY = '{"sku": "TX-200", "count": 3}'

/** The next of these turns: a call of the tool, and then a sentence with what it said; JSON where a grammar asks for it. */
async function scripted(request: EngineRequest) {
  const input = engine.inputs.at(-1)
  const last = input && 'messages' in input ? input.messages.at(-1) : undefined
  const say = (text: string) => {
    for (const piece of text.match(/[\s\S]{1,5}/gu) ?? []) request.onText?.(piece)
  }
  if (last?.role === 'tool') say(`现在是${last.text}。`)
  else if (input && 'messages' in input && input.tools && !request.grammar) {
    request.onMark?.('tool_call')
    say('\n{"name": "get_weather", "arguments": {"city": "上海"}}\n')
    request.onMark?.('/tool_call')
  } else if (input && 'messages' in input && input.tools) {
    const [{ function: first } = { function: { name: '' } }] = input.tools as { function: { name: string } }[]
    const call = `<tool_call>\n{"name": "${first.name}", "arguments": ${JSON_REPLY}}\n</tool_call>`
    say(isText(readGbnf(request.grammar ?? ''), call) ? call : JSON_REPLY)
  } else {
    if (request.grammar) expect(isText(readGbnf(request.grammar), JSON_REPLY)).toBe(true)
    say(JSON_REPLY)
  }
  return REPLY
}

/** Some words, and then the model fails. */
async function failing(request: EngineRequest): Promise<never> {
  request.onText?.('好的')
  await new Promise((resolve) => setImmediate(resolve))
  throw new EngineError('decode_failed', 'The model failed on this request.')
}

const parameters = {
  type: 'object',
  properties: { city: { type: 'string', description: '城市' } },
  required: ['city'],
  additionalProperties: false,
}
const messages = [{ role: 'user' as const, content: '上海天气怎么样？' }]
const order = z.object({ sku: z.string().regex(/^[A-Z]{2}-\d+$/), count: z.int().min(1).max(99) })
const asked: string[] = []
const weather = ({ city }: { city: string }) => {
  asked.push(city)
  return '26 °C'
}

describe('openai', () => {
  const client = () => new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'none', maxRetries: 0 })
  const tools = [{ type: 'function' as const, function: { name: 'get_weather', parameters } }]

  // A parameter that the client gets with a later version fails here by its type until somebody has decided about it.
  type Undecided = Exclude<keyof OpenAI.ChatCompletionCreateParamsNonStreaming, keyof ChatRequest>
  const undecided: Record<Undecided, never> = {}

  test('has no parameter that is unknown here, be it only for its own bookkeeping', async () => {
    const cached = { type: 'text' as const, text: '您好', prompt_cache_breakpoint: { mode: 'explicit' as const } }
    const reply = await client().chat.completions.create({
      ...undecided,
      model: 'qwen3',
      messages: [{ role: 'user', content: [cached] }],
      prompt_cache_options: { mode: 'explicit', ttl: '30m' },
      prompt_cache_key: 'k',
      moderation: null,
      safety_identifier: 's',
      reasoning_effort: 'max',
      service_tier: 'auto',
    })
    expect(reply.choices[0]?.message.content).toBe(JSON_REPLY)
    const moderated = client().chat.completions.create({ model: 'qwen3', messages, moderation: { model: 'omni-moderation-latest' } })
    await expect(moderated).rejects.toMatchObject({ status: 400, code: 'unsupported_parameter', param: 'moderation' })
  })

  test('gets calls, whole and streamed', async () => {
    const whole = await client().chat.completions.create({ model: 'qwen3', messages, tools })
    const [call] = whole.choices[0]?.message.tool_calls ?? []
    expect(call).toMatchObject({ type: 'function', function: { name: 'get_weather', arguments: '{"city": "上海"}' } })
    expect(whole.choices[0]?.finish_reason).toBe('tool_calls')
    const stream = client().chat.completions.stream({ model: 'qwen3', messages, tools })
    const final = await stream.finalChatCompletion()
    expect(final.choices[0]?.message.tool_calls).toMatchObject([
      { id: expect.stringMatching(/^call_/), function: { name: 'get_weather', arguments: '{"city": "上海"}' } },
    ])
  })

  test.each([false, true])('runs tools by its own loop until there is an answer, stream: %s', async (stream) => {
    const running = [
      {
        type: 'function' as const,
        function: { name: 'get_weather', parameters, parse: JSON.parse, function: weather, description: 'Weather' },
      },
    ]
    const runner = stream
      ? client().chat.completions.runTools({ model: 'qwen3', messages: [...messages], tools: running, stream: true })
      : client().chat.completions.runTools({ model: 'qwen3', messages: [...messages], tools: running })
    expect(await runner.finalContent()).toBe('现在是26 °C。')
    expect(asked.at(-1)).toBe('上海')
  })

  test('parses a reply by its schema', async () => {
    const schema = z.toJSONSchema(order)
    const completion = await client().chat.completions.parse({
      model: 'qwen3',
      messages,
      response_format: { type: 'json_schema', json_schema: { name: 'order', strict: true, schema } },
    })
    expect(completion.choices[0]?.message.parsed).toEqual({ sku: 'TX-200', count: 3 })
    const schemaless = client().chat.completions.create({
      model: 'qwen3',
      messages,
      response_format: { type: 'json_schema', json_schema: { name: 'order', schema: { type: 'object', minProperties: 1 } } },
    })
    await expect(schemaless).rejects.toThrow("'minProperties' is not permitted")
  })

  test('hears of a failure in the middle of a stream', async () => {
    engine.answer = failing
    let text = ''
    const read = async () => {
      const stream = await client().chat.completions.create({ model: 'qwen3', messages, stream: true })
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? ''
    }
    await expect(read()).rejects.toBeInstanceOf(OpenAI.APIError)
    expect(text).toBe('好的')
  })
})

describe('the AI SDK', () => {
  const model = () => createOpenAICompatible({ name: 'deskhand', baseURL: `${server.url}/v1`, supportsStructuredOutputs: true })('qwen3')
  const tools = {
    get_weather: tool({ description: 'Weather', inputSchema: z.object({ city: z.string() }), execute: async (input) => weather(input) }),
  }

  test('runs tools until there is an answer', async () => {
    const { text, steps } = await generateText({ model: model(), messages, tools, stopWhen: stepCountIs(3), maxRetries: 0 })
    expect([text, steps.length]).toEqual(['现在是26 °C。', 2])
  })

  test('streams the same', async () => {
    const result = streamText({ model: model(), messages, tools, stopWhen: stepCountIs(3), maxRetries: 0 })
    const calls: unknown[] = []
    let text = ''
    for await (const part of result.fullStream) {
      if (part.type === 'tool-call') calls.push(part.input)
      if (part.type === 'text-delta') text += part.text
    }
    expect([calls, text]).toEqual([[{ city: '上海' }], '现在是26 °C。'])
  })

  test('makes objects of a schema, whole and streamed', async () => {
    const output = Output.object({ schema: order })
    expect((await generateText({ model: model(), messages, output, maxRetries: 0 })).output).toEqual({ sku: 'TX-200', count: 3 })
    const streamed = streamText({ model: model(), messages, output, maxRetries: 0 })
    expect(await streamed.output).toEqual({ sku: 'TX-200', count: 3 })
    expect(engine.requests.every((request) => request.grammar)).toBe(true)
  })

  test('hears of a failure in the middle of a stream', async () => {
    engine.answer = failing
    const errors: unknown[] = []
    const result = streamText({ model: model(), messages, maxRetries: 0, onError: ({ error }) => void errors.push(error) })
    let text = ''
    for await (const piece of result.textStream) text += piece
    expect(text).toBe('好的')
    expect(JSON.stringify(errors)).toContain('The model failed on this request.')
  })

  test('shows thoughts', async () => {
    engine.answer = async (request) => {
      request.onMark?.('think')
      request.onText?.('\n想一想\n')
      request.onMark?.('/think')
      request.onText?.('\n\n好')
      return REPLY
    }
    const { text, reasoningText } = await generateText({ model: model(), messages, maxRetries: 0 })
    expect([reasoningText, text]).toEqual(['想一想', '好'])
  })
})

describe('LangChain', () => {
  const model = () => new ChatOpenAI({ model: 'qwen3', apiKey: 'none', maxRetries: 0, configuration: { baseURL: `${server.url}/v1` } })

  test('gets calls, whole and streamed', async () => {
    const bound = model().bindTools([{ type: 'function', function: { name: 'get_weather', parameters } }])
    const reply = await bound.invoke('上海天气怎么样？')
    expect(reply.tool_calls).toMatchObject([{ name: 'get_weather', args: { city: '上海' } }])
    let args = ''
    for await (const chunk of await bound.stream('上海天气怎么样？'))
      args += chunk.tool_call_chunks?.map((piece) => piece.args ?? '').join('') ?? ''
    expect(JSON.parse(args)).toEqual({ city: '上海' })
  })

  test.each(['jsonSchema', 'functionCalling', 'jsonMode'] as const)('makes objects of a schema by %s', async (method) => {
    const structured = model().withStructuredOutput(order, { name: 'order', method })
    expect(await structured.invoke('三件 TX-200')).toEqual({ sku: 'TX-200', count: 3 })
    let last: unknown
    for await (const part of await structured.stream('三件 TX-200')) last = part
    expect(last).toEqual({ sku: 'TX-200', count: 3 })
  })

  test('hears of a failure in the middle of a stream', async () => {
    engine.answer = failing
    let text = ''
    const read = async () => {
      for await (const chunk of await model().stream('上海天气怎么样？')) text += chunk.text
    }
    await expect(read()).rejects.toThrow('The model failed on this request.')
    expect(text).toBe('好的')
  })
})
