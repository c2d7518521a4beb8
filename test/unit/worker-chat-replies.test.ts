import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EngineError, type EngineMark, type EngineRequest, type TokenLogprob } from '@/worker/engine'
import type { ChatChunk, ChatCompletion, ChatDelta } from '@/worker/http/chat/shapes'
import { isText, readGbnf } from '../support/gbnf'
import { chat, FakeEngine, REPLY, readEvents, startServer, type TestServer } from './worker-support'

// A FAKE engine that writes what a test scripts: texts, and marks as `{mark}`. Real models write them in test/model.

type Step = string | { mark: EngineMark }

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = new FakeEngine()
  server = await startServer(() => ({ state: 'ready', engine }))
})
afterEach(() => server.close())

/** The engine writes these steps, texts in pieces of `size` characters. */
function script(steps: Step[], { size = 3, finishReason = 'stop' as 'stop' | 'length' } = {}) {
  engine.answer = async (request) => {
    for (const step of steps) {
      if (typeof step !== 'string') request.onMark?.(step.mark)
      else for (const piece of step.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? []) request.onText?.(piece)
    }
    return { ...REPLY, finishReason }
  }
}

async function whole(body: Record<string, unknown> = {}): Promise<ChatCompletion> {
  const response = await chat(server.url, body)
  expect(response.status).toBe(200)
  return response.json()
}

async function streamed(body: Record<string, unknown> = {}): Promise<ChatChunk[]> {
  const events = await readEvents(await chat(server.url, { ...body, stream: true }))
  expect(events.pop()).toBe('[DONE]')
  return events.map((event) => JSON.parse(event) as ChatChunk)
}

/** What a client puts together from the deltas of one choice. */
function assemble(chunks: ChatChunk[], index = 0) {
  const message = { content: '', reasoning: '', calls: [] as { id: string; name: string; arguments: string }[], reason: '' }
  for (const choice of chunks.flatMap((chunk) => chunk.choices).filter((one) => one.index === index)) {
    const { delta }: { delta: ChatDelta } = choice
    message.content += delta.content ?? ''
    message.reasoning += delta.reasoning_content ?? ''
    for (const call of delta.tool_calls ?? []) {
      if (call.id) message.calls[call.index] = { id: call.id, name: call.function.name ?? '', arguments: '' }
      const made = message.calls[call.index]
      if (made) made.arguments += call.function.arguments
    }
    message.reason = choice.finish_reason ?? message.reason
  }
  return message
}

const WEATHER = {
  type: 'function',
  function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
}
const CALL = '\n{"name": "get_weather", "arguments": {"city": "上海 }\\" {"}}\n'

describe('thoughts', () => {
  const steps: Step[] = [{ mark: 'think' }, '\n先想一想。\n', { mark: '/think' }, '\n\n您好。\n再见。\n']

  test('stand beside the content, without the template’s line breaks', async () => {
    script(steps)
    const { message } = (await whole()).choices[0] as ChatCompletion['choices'][number]
    expect(message).toMatchObject({ reasoning_content: '先想一想。', content: '您好。\n再见。\n' })
  })

  test('are streamed the same', async () => {
    script(steps, { size: 1 })
    expect(assemble(await streamed())).toMatchObject({ reasoning: '先想一想。', content: '您好。\n再见。\n', reason: 'stop' })
  })

  test('are asked for by template argument or by effort', async () => {
    for (const body of [{ chat_template_kwargs: { enable_thinking: true } }, { reasoning_effort: 'high' }]) await whole(body)
    for (const body of [{ chat_template_kwargs: { enable_thinking: false } }, { reasoning_effort: 'none' }]) await whole(body)
    await whole()
    expect(engine.inputs.map((input) => 'messages' in input && input.enableThinking)).toEqual([true, true, false, false, undefined])
  })
})

describe('calls of tools', () => {
  const steps: Step[] = [
    '查一下。\n',
    { mark: 'tool_call' },
    CALL,
    { mark: '/tool_call' },
    '\n',
    { mark: 'tool_call' },
    '{"arguments": {"x": [1]}, "name": "b"}',
    { mark: '/tool_call' },
  ]

  test('have ids, names and arguments as JSON text', async () => {
    script(steps)
    const { message, finish_reason } = (await whole({ tools: [WEATHER] })).choices[0] as ChatCompletion['choices'][number]
    expect(finish_reason).toBe('tool_calls')
    expect(message.content).toBe('查一下。')
    expect(message.tool_calls).toEqual([
      { id: expect.stringMatching(/^call_/), type: 'function', function: { name: 'get_weather', arguments: '{"city": "上海 }\\" {"}' } },
      { id: expect.stringMatching(/^call_/), type: 'function', function: { name: 'b', arguments: '{"x":[1]}' } },
    ])
  })

  test.each([1, 2, 7, 500])('are streamed the same, in pieces of %i', async (size) => {
    script(steps, { size })
    const message = assemble(await streamed({ tools: [WEATHER] }))
    expect(message).toMatchObject({ content: '查一下。', reason: 'tool_calls' })
    expect(message.calls.map(({ name, arguments: given }) => [name, given])).toEqual([
      ['get_weather', '{"city": "上海 }\\" {"}'],
      ['b', '{"x":[1]}'],
    ])
    expect(new Set(message.calls.map((call) => call.id)).size).toBe(2)
  })

  test('alone leave no content', async () => {
    script(steps.slice(1, 4))
    expect((await whole({ tools: [WEATHER] })).choices[0]?.message.content).toBeNull()
  })

  test('that are none are shown as they were written', async () => {
    script([{ mark: 'tool_call' }, 'no JSON', { mark: '/tool_call' }])
    const { message, finish_reason } = (await whole({ tools: [WEATHER] })).choices[0] as ChatCompletion['choices'][number]
    expect([message.content, message.tool_calls, finish_reason]).toEqual(['<tool_call>no JSON</tool_call>', undefined, 'stop'])
  })

  test('that nobody offered tools for are text', async () => {
    script(steps.slice(1, 4))
    expect((await whole()).choices[0]?.message.content).toBe(`<tool_call>${CALL}</tool_call>`)
  })

  test('whose name is no JSON are shown as they were written, and break nothing', async () => {
    for (const name of ['get\\q', 'get\nweather']) {
      const written = `\n{"name": "${name}", "arguments": {}}\n`
      script([{ mark: 'tool_call' }, written, { mark: '/tool_call' }])
      expect((await whole({ tools: [WEATHER] })).choices[0]?.message.content).toBe(`<tool_call>${written}</tool_call>`)
    }
  })

  test('that were cut off before they had a name have no end that nobody wrote', async () => {
    script([{ mark: 'tool_call' }, '\n{"na'], { finishReason: 'length' })
    expect(assemble(await streamed({ tools: [WEATHER] }))).toMatchObject({ content: '<tool_call>\n{"na', calls: [], reason: 'length' })
  })

  test('that were cut off say length', async () => {
    script([{ mark: 'tool_call' }, '{"name": "get_weather", "arguments": {"ci'], { finishReason: 'length' })
    expect(assemble(await streamed({ tools: [WEATHER] }))).toMatchObject({ calls: [{ arguments: '{"ci' }], reason: 'length' })
  })

  test('and their results reach the engine in the next turn', async () => {
    const call = { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{}' } }
    const messages = [
      { role: 'system', content: 'a' },
      { role: 'developer', content: 'b' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'c' },
          { type: 'text', text: 'd' },
        ],
      },
      { role: 'assistant', content: null, reasoning_content: 'hm', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'call_1', content: '26 °C' },
    ]
    await whole({ messages, tools: [WEATHER] })
    expect(engine.inputs[0]).toEqual({
      messages: [
        { role: 'system', text: 'a' },
        { role: 'system', text: 'b' },
        { role: 'user', text: 'cd' },
        { role: 'assistant', text: '', reasoning: 'hm', toolCalls: [{ id: 'call_1', name: 'get_weather', arguments: '{}' }] },
        { role: 'tool', text: '26 °C', toolCallId: 'call_1' },
      ],
      tools: [WEATHER],
    })
  })

  test('are one alone without parallel calls: the engine ends there, and what came after it anyway is not shown', async () => {
    script([...steps, '再查。'])
    const body = { tools: [WEATHER], parallel_tool_calls: false }
    const { message, finish_reason } = (await whole(body)).choices[0] as ChatCompletion['choices'][number]
    expect([message.content, message.tool_calls?.map((call) => call.function.name), finish_reason]).toEqual([
      '查一下。',
      ['get_weather'],
      'tool_calls',
    ])
    expect(assemble(await streamed(body)).calls).toHaveLength(1)
    await whole({ tools: [WEATHER] })
    expect(engine.requests.map(({ endsAt }) => endsAt)).toEqual(['/tool_call', '/tool_call', undefined])
  })

  test.each(['auto', 'required'] as const)('that are not among the allowed ones are not offered, in mode %s', async (mode) => {
    const other = { type: 'function', function: { name: 'get_time', parameters: { type: 'object' } } }
    const tools = [{ type: 'function', function: { name: 'get_weather' } }]
    if (mode === 'required') script([{ mark: 'tool_call' }, '\n{"name": "get_weather", "arguments": {}}\n', { mark: '/tool_call' }])
    await whole({ tools: [WEATHER, other], tool_choice: { type: 'allowed_tools', allowed_tools: { mode, tools } } })
    expect(engine.inputs[0]).toMatchObject({ tools: [WEATHER] })
    const { grammar = '' } = engine.requests[0] ?? {}
    expect([grammar.includes('get_weather'), grammar.includes('get_time')]).toEqual([mode === 'required', false])
  })

  test('are not offered with tool_choice none', async () => {
    await whole({ tools: [WEATHER], tool_choice: 'none' })
    expect(engine.inputs[0]).not.toHaveProperty('tools')
  })
})

describe('a forced call', () => {
  const written = `<tool_call>\n{"name": "get_weather", "arguments": {"city":"北京"}}\n</tool_call>`
  const grammarOf = (request: EngineRequest | undefined) => readGbnf(request?.grammar ?? '')

  test.each(['required', { type: 'function', function: { name: 'get_weather' } }])(
    'by %j has a grammar, and is read where the marks are spelled',
    async (tool_choice) => {
      for (const size of [1, 5, 400]) {
        script([written], { size })
        const message = assemble(await streamed({ tools: [WEATHER], tool_choice }))
        expect(message).toMatchObject({ content: '', calls: [{ name: 'get_weather', arguments: '{"city":"北京"}' }], reason: 'tool_calls' })
      }
      const grammar = grammarOf(engine.requests[0])
      expect(isText(grammar, written)).toBe(true)
      for (const other of ['您好', '', written.replace('city', 'town'), `${written} `]) expect(isText(grammar, other)).toBe(false)
      expect(isText(grammar, `${written}\n${written}`)).toBe(tool_choice === 'required')
    },
  )

  test('is one alone without parallel calls', async () => {
    await whole({ tools: [WEATHER], tool_choice: 'required', parallel_tool_calls: false })
    expect(isText(grammarOf(engine.requests[0]), `${written}\n${written}`)).toBe(false)
  })

  test('is read where the marks are tokens, too', async () => {
    script([{ mark: 'tool_call' }, '\n{"name": "get_weather", "arguments": {"city":"北京"}}\n', { mark: '/tool_call' }])
    expect(assemble(await streamed({ tools: [WEATHER], tool_choice: 'required' })).calls).toMatchObject([{ arguments: '{"city":"北京"}' }])
  })

  test('of a strict tool may be left out, for any text without a call', async () => {
    const strict = { type: 'function', function: { ...WEATHER.function, strict: true } }
    script([`好的，<b>${written}`], { size: 2 })
    const message = assemble(await streamed({ tools: [strict] }))
    expect(message).toMatchObject({ content: '好的，<b>', calls: [{ arguments: '{"city":"北京"}' }] })
    const grammar = grammarOf(engine.requests[0])
    for (const text of ['', '<tool', '<<tool_call', 'a < b', '好的', written, `好的\n${written}\n${written}`])
      expect(isText(grammar, text), text).toBe(true)
    for (const text of ['<tool_call>', `${written}x`, '<<tool_call>x']) expect(isText(grammar, text), text).toBe(false)
  })

  test.each([1, 2, 3, 500])('may be left out for a text of several lines, in pieces of %i', async (size) => {
    const strict = { type: 'function', function: { ...WEATHER.function, strict: true } }
    const text = '两行：\n<b>重要</b>\n\n<tool>\n'
    script([text], { size })
    expect(assemble(await streamed({ tools: [strict] }))).toMatchObject({ content: text, reason: 'stop' })
  })

  test('that was cut off before it had a name leaves nothing of it among the content', async () => {
    for (const cut of ['<tool_call>\n{"na', `${written}\n<tool_call>\n{"name": "get_`]) {
      script([cut], { finishReason: 'length' })
      const message = assemble(await streamed({ tools: [WEATHER], tool_choice: 'required' }))
      expect(message).toMatchObject({ content: '', reason: 'length' })
      expect(message.calls).toHaveLength(cut.includes('北京') ? 1 : 0)
    }
  })

  test.each([
    {},
    { description: 'anything' },
    { type: ['object', 'null'] },
    { anyOf: [{ type: 'object' }, { type: 'string' }] },
    { $ref: '#/$defs/any', $defs: { any: {} } },
    { enum: [1] },
  ])('has an object for arguments, though its parameters are %j', async (parameters) => {
    await whole({ tools: [{ type: 'function', function: { name: 'f', parameters } }], tool_choice: 'required' })
    const grammar = grammarOf(engine.requests[0])
    const calling = (given: string) => `<tool_call>\n{"name": "f", "arguments": ${given}}\n</tool_call>`
    expect(isText(grammar, calling('{"a": 1}'))).toBe(true)
    for (const given of ['1', '"a"', 'null', '[]']) expect(isText(grammar, calling(given))).toBe(false)
  })

  test('stands beside a JSON answer', async () => {
    const response_format = {
      type: 'json_schema',
      json_schema: { name: 'r', schema: { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] } },
    }
    await whole({ tools: [WEATHER], response_format })
    const grammar = grammarOf(engine.requests[0])
    for (const text of ['{"a": 1}', written]) expect(isText(grammar, text)).toBe(true)
    expect(isText(grammar, '{"b": 1}')).toBe(false)
  })
})

describe('a JSON answer', () => {
  test('has the grammar of its schema', async () => {
    const schema = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false }
    await whole({ response_format: { type: 'json_schema', json_schema: { name: 'r', schema, strict: true } } })
    expect(isText(readGbnf(engine.requests[0]?.grammar ?? ''), '{"a":12}')).toBe(true)
    await whole({ response_format: { type: 'json_object' } })
    expect(isText(readGbnf(engine.requests[1]?.grammar ?? ''), '{"any": ["thing"]}')).toBe(true)
    await whole({ response_format: { type: 'text' } })
    expect(engine.requests[2]).not.toHaveProperty('grammar')
  })
})

describe('several choices', () => {
  test('are written side by side, each with a seed of its own, and the prompt counts once', async () => {
    engine.answer = async (request) => {
      request.onText?.(`seed ${request.seed}`)
      return { ...REPLY, text: `seed ${request.seed}` }
    }
    const { choices, usage } = await whole({ n: 3, seed: 40 })
    expect(choices.map(({ index, message }) => [index, message.content])).toEqual([
      [0, 'seed 40'],
      [1, 'seed 41'],
      [2, 'seed 42'],
    ])
    expect(usage).toMatchObject({ prompt_tokens: 12, completion_tokens: 21, total_tokens: 33 })
    const chunks = await streamed({ n: 2, seed: 7, stream_options: { include_usage: true } })
    expect([assemble(chunks, 0).content, assemble(chunks, 1).content]).toEqual(['seed 7', 'seed 8'])
    for (const seed of [Number.MAX_SAFE_INTEGER, -2, 2 ** 32 - 2, 2 ** 63, -(2 ** 63)]) {
      const last = await whole({ n: 4, seed })
      expect(new Set(last.choices.map(({ message }) => Number(message.content?.slice('seed '.length)) >>> 0)).size, String(seed)).toBe(4)
    }
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 14 } })
    expect(chunks[0]?.usage).toBeNull()
  })

  test('are all given up when the engine has no room for the second, and nothing is left unhandled', async () => {
    engine.answer = (request) => {
      if (engine.requests.length === 2) throw new EngineError('queue_full', 'full')
      return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new EngineError('aborted', 'gone'))))
    }
    // Vitest fails the run on a rejection that nobody handles, as Node ends the process.
    expect((await chat(server.url, { n: 3 })).status).toBe(503)
    expect([engine.requests.length, engine.requests[0]?.signal.aborted]).toEqual([2, true])
  })

  test('are all given up when one fails', async () => {
    engine.answer = (request) => {
      if (engine.requests.length === 2) return Promise.reject(new Error('broken'))
      return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new Error('gone'))))
    }
    expect((await chat(server.url, { n: 2 })).status).toBe(500)
    expect(engine.requests[0]?.signal.aborted).toBe(true)
  })
})

describe('likelihoods', () => {
  const token = (text: string): TokenLogprob => ({
    token: text,
    bytes: [...Buffer.from(text)],
    logprob: -0.5,
    top: [{ token: 'x', bytes: [120], logprob: -2 }],
  })

  beforeEach(() => {
    engine.answer = async (request) => {
      const tokens = request.topLogprobs === undefined ? undefined : [token('您'), token('好')]
      request.onText?.('您好', tokens)
      return { ...REPLY, text: '您好', ...(tokens && { logprobs: tokens }) }
    }
  })

  test('stand with each token, in JSON and in the stream', async () => {
    const shown = { token: '您', bytes: [230, 130, 168], logprob: -0.5, top_logprobs: [{ token: 'x', bytes: [120], logprob: -2 }] }
    const { choices } = await whole({ logprobs: true, top_logprobs: 1 })
    expect(choices[0]?.logprobs?.content[0]).toEqual(shown)
    const chunks = await streamed({ logprobs: true, top_logprobs: 1 })
    expect(chunks.flatMap((chunk) => chunk.choices[0]?.logprobs?.content ?? [])).toHaveLength(2)
    expect(engine.requests.map((request) => request.topLogprobs)).toEqual([1, 1])
    await whole({ logprobs: true })
    expect(engine.requests[2]?.topLogprobs).toBe(0)
    expect((await whole()).choices[0]?.logprobs).toBeNull()
  })

  test('are those of the tokens of the content, and of no thought, mark or line break around them', async () => {
    const steps: Step[] = [
      { mark: 'think' },
      '\n',
      '想\n',
      { mark: '/think' },
      '\n\n',
      '您',
      '好\n',
      '<',
      'b>',
      '\n',
      { mark: 'tool_call' },
      CALL,
    ]
    engine.answer = async (request) => {
      for (const step of steps) {
        if (typeof step === 'string') request.onText?.(step, [token(step)])
        else request.onMark?.(step.mark)
      }
      return REPLY
    }
    const strict = { type: 'function', function: { ...WEATHER.function, strict: true } }
    for (const tool of [WEATHER, strict]) {
      const body = { logprobs: true, tools: [tool] }
      const { message, logprobs } = (await whole(body)).choices[0] as ChatCompletion['choices'][number]
      const chunks = await streamed(body)
      const shown = chunks.flatMap((chunk) => chunk.choices[0]?.logprobs?.content ?? [])
      expect(message.content).toBe('您好\n<b>')
      expect([logprobs?.content.map((one) => one.token).join(''), shown.map((one) => one.token).join('')]).toEqual([
        '您好\n<b>',
        '您好\n<b>',
      ])
    }
  })
})

test('a bias on a token that there is not is a 400, and never reaches the engine', async () => {
  const response = await chat(server.url, { logit_bias: { 6144: 5 } })
  expect([response.status, (await response.json()).error.param, engine.requests.length]).toEqual([400, 'logit_bias', 0])
})

test('a seed of 64 bits is taken, and another one is another', async () => {
  const seeds = ['9223372036854775807', '-9223372036854770000', '4611686018427387904', '4611690000000000000', '4294967296']
  for (const seed of seeds) {
    const body = `{"model":"qwen3","messages":[{"role":"user","content":"a"}],"seed":${seed}}`
    expect((await chat(server.url, {}, { body })).status, seed).toBe(200)
  }
  expect(new Set(engine.requests.map(({ seed = Number.NaN }) => seed >>> 0)).size).toBe(seeds.length)
})

test('every way to draw tokens reaches the engine, and what changes nothing does not', async () => {
  await whole({ top_k: 20, min_p: 0.05, presence_penalty: 1.5, frequency_penalty: -1, logit_bias: { 42: -100, 7: 0 }, stop: ['a', 'b'] })
  expect(engine.requests[0]).toMatchObject({
    topK: 20,
    minP: 0.05,
    presencePenalty: 1.5,
    frequencyPenalty: -1,
    logitBias: new Map([[42, -100]]),
    stop: ['a', 'b'],
  })
  for (const top_k of [0, -1]) await whole({ top_k })
  expect(engine.requests.splice(1).map(({ topK }) => topK)).toEqual([0, 0])
  await whole({
    min_p: 0,
    presence_penalty: 0,
    frequency_penalty: 0,
    logit_bias: {},
    stop: [],
    n: 1,
    user: 'u',
    store: true,
    metadata: { a: 'b' },
    service_tier: 'auto',
    parallel_tool_calls: true,
  })
  for (const name of ['topK', 'minP', 'presencePenalty', 'frequencyPenalty', 'logitBias', 'stop', 'grammar', 'topLogprobs'])
    expect(engine.requests[1]).not.toHaveProperty(name)
})

test('a refusal of an earlier turn is text, as a part too', async () => {
  const refusal = [{ type: 'refusal', refusal: 'I cannot do that.' }]
  await whole({
    messages: [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: refusal },
      { role: 'user', content: 'b' },
    ],
  })
  expect(engine.inputs[0]).toMatchObject({ messages: [{ text: 'a' }, { role: 'assistant', text: 'I cannot do that.' }, { text: 'b' }] })
})
