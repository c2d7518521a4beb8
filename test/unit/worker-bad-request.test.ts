import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorBodySchema } from '@/lib/inference/protocol'
import { EngineError } from '@/worker/engine'
import { chat, FakeEngine, startServer, type TestServer } from './worker-support'

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = new FakeEngine()
  server = await startServer(() => ({ state: 'ready', engine }))
})
afterEach(() => server.close())

const errorOf = async (response: Response) => errorBodySchema.parse(await response.json()).error

describe('a chat request', () => {
  const image = [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }]
  const tool = { type: 'function', function: { name: 'look_up', parameters: { type: 'object' } } }
  const schema = (inner: unknown) => ({ response_format: { type: 'json_schema', json_schema: { name: 'reply', schema: inner } } })
  const cases: [string, Record<string, unknown>, { param: string | null; code: string | null; message: string }][] = [
    [
      'no messages',
      { messages: [] },
      {
        param: 'messages',
        code: 'empty_array',
        message: "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      },
    ],
    [
      'messages left out',
      { messages: undefined },
      { param: 'messages', code: 'missing_required_parameter', message: "Missing required parameter: 'messages'." },
    ],
    ['no model', { model: undefined }, { param: null, code: null, message: 'you must provide a model parameter' }],
    [
      'an unknown role',
      { messages: [{ role: 'robot', content: 'x' }] },
      {
        param: 'messages[0].role',
        code: 'invalid_value',
        message: "Invalid value: 'robot'. Supported values are: 'system', 'developer', 'user', 'assistant' and 'tool'.",
      },
    ],
    [
      'content that is a number',
      { messages: [{ role: 'user', content: 5 }] },
      {
        param: 'messages[0].content',
        code: 'invalid_type',
        message: "Invalid type for 'messages[0].content': expected one of string or array, but got an integer instead.",
      },
    ],
    [
      'an unknown field in a message',
      { messages: [{ role: 'user', content: 'x', foo: 1 }] },
      { param: 'messages[0].foo', code: 'unknown_parameter', message: "Unknown parameter: 'messages[0].foo'." },
    ],
    [
      'an unknown part',
      { messages: [{ role: 'user', content: [{ type: 'input_audio' }] }] },
      {
        param: 'messages[0].content[0].type',
        code: 'invalid_value',
        message: "Invalid value: 'input_audio'. Supported values are: 'text' and 'image_url'.",
      },
    ],
    [
      'an image and no vision server',
      { messages: [{ role: 'user', content: image }] },
      {
        param: 'messages[0].content[0].type',
        code: 'invalid_value',
        message: 'Invalid content type. image_url is only supported by vision models, and no VISION_URL is set on this server.',
      },
    ],
    [
      'a tool message without its call',
      { messages: [{ role: 'tool', content: 'x' }] },
      {
        param: 'messages[0].tool_call_id',
        code: 'missing_required_parameter',
        message: "Missing required parameter: 'messages[0].tool_call_id'.",
      },
    ],
    [
      'a temperature above 2',
      { temperature: 2.1 },
      {
        param: 'temperature',
        code: 'decimal_above_max_value',
        message: "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.1 instead.",
      },
    ],
    [
      'a temperature in words',
      { temperature: 'hot' },
      {
        param: 'temperature',
        code: 'invalid_type',
        message: "Invalid type for 'temperature': expected a decimal, but got a string instead.",
      },
    ],
    [
      'top_p below 0',
      { top_p: -0.1 },
      {
        param: 'top_p',
        code: 'decimal_below_min_value',
        message: "Invalid 'top_p': decimal below minimum value. Expected a value >= 0, but got -0.1 instead.",
      },
    ],
    [
      'max_tokens above 8192',
      { max_tokens: 8193 },
      {
        param: 'max_tokens',
        code: 'integer_above_max_value',
        message: "Invalid 'max_tokens': integer above maximum value. Expected a value <= 8192, but got 8193 instead.",
      },
    ],
    [
      'max_tokens of 0',
      { max_completion_tokens: 0 },
      {
        param: 'max_completion_tokens',
        code: 'integer_below_min_value',
        message: "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead.",
      },
    ],
    [
      'five stop strings',
      { stop: ['a', 'b', 'c', 'd', 'e'] },
      {
        param: 'stop',
        code: 'array_above_max_length',
        message: "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead.",
      },
    ],
    [
      'an empty stop string',
      { stop: '' },
      {
        param: 'stop',
        code: 'empty_string',
        message: "Invalid 'stop': empty string. Expected a string with minimum length 1, but got an empty string instead.",
      },
    ],
    [
      'a broken seed',
      { seed: 1.5 },
      { param: 'seed', code: 'invalid_type', message: "Invalid type for 'seed': expected an integer, but got a decimal number instead." },
    ],
    [
      'choices in words',
      { n: 'two' },
      { param: 'n', code: 'invalid_type', message: "Invalid type for 'n': expected an integer, but got a string instead." },
    ],
    [
      'five choices',
      { n: 5 },
      {
        param: 'n',
        code: 'integer_above_max_value',
        message: "Invalid 'n': integer above maximum value. Expected a value <= 4, but got 5 instead.",
      },
    ],
    [
      'a penalty of 3',
      { presence_penalty: 3 },
      {
        param: 'presence_penalty',
        code: 'decimal_above_max_value',
        message: "Invalid 'presence_penalty': decimal above maximum value. Expected a value <= 2, but got 3 instead.",
      },
    ],
    [
      'a bias above 100',
      { logit_bias: { 7: 101 } },
      {
        param: 'logit_bias.7',
        code: 'decimal_above_max_value',
        message: "Invalid 'logit_bias.7': decimal above maximum value. Expected a value <= 100, but got 101 instead.",
      },
    ],
    [
      '21 likelihoods',
      { logprobs: true, top_logprobs: 21 },
      {
        param: 'top_logprobs',
        code: 'integer_above_max_value',
        message: "Invalid 'top_logprobs': integer above maximum value. Expected a value <= 20, but got 21 instead.",
      },
    ],
    [
      'likelihoods of nothing',
      { top_logprobs: 2 },
      { param: 'top_logprobs', code: 'invalid_value', message: "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled." },
    ],
    [
      'options of no stream',
      { stream_options: { include_usage: true } },
      {
        param: 'stream_options',
        code: 'invalid_value',
        message: "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      },
    ],
    [
      'an unknown parameter',
      { repetition_penalty: 1.1 },
      { param: 'repetition_penalty', code: null, message: 'Unrecognized request argument supplied: repetition_penalty' },
    ],
    [
      'two unknown parameters',
      { foo: 1, bar: 2 },
      { param: 'foo', code: null, message: 'Unrecognized request arguments supplied: foo, bar' },
    ],
    [
      'a parameter for audio',
      { audio: { voice: 'x' } },
      { param: 'audio', code: 'unsupported_parameter', message: "Unsupported parameter: 'audio' is not supported with this model." },
    ],
    [
      'functions of old',
      { functions: [] },
      {
        param: 'functions',
        code: 'unsupported_parameter',
        message: "Unsupported parameter: 'functions' is not supported with this model.",
      },
    ],
    [
      'a choice among no tools',
      { tool_choice: 'required' },
      { param: 'tool_choice', code: 'invalid_value', message: "'tool_choice' is only allowed when 'tools' are specified." },
    ],
    [
      'a choice of a tool that is not there',
      { tools: [tool], tool_choice: { type: 'function', function: { name: 'other' } } },
      { param: 'tool_choice', code: 'invalid_value', message: "Tool choice 'function' not found in 'tools' parameter." },
    ],
    [
      'an allowed tool that is not there',
      {
        tools: [tool],
        tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools: [{ type: 'function', function: { name: 'other' } }] } },
      },
      { param: 'tool_choice', code: 'invalid_value', message: "Tool choice 'function' not found in 'tools' parameter." },
    ],
    [
      'a tool whose name has spaces',
      { tools: [{ type: 'function', function: { name: 'a b' } }] },
      {
        param: 'tools[0].function.name',
        code: 'invalid_value',
        message:
          "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that matches the pattern '/^[a-zA-Z0-9_-]{1,64}$/'.",
      },
    ],
    [
      'a schema that no grammar keeps to',
      schema({ type: 'object', properties: { a: { not: {} } } }),
      {
        param: 'response_format',
        code: 'invalid_json_schema',
        message: "Invalid schema for response_format 'reply': In context=('properties', 'a'), 'not' is not permitted.",
      },
    ],
    [
      'a strict tool that no grammar keeps to',
      { tools: [{ type: 'function', function: { name: 'x', strict: true, parameters: { uniqueItems: true } } }] },
      {
        param: 'tools',
        code: 'invalid_function_parameters',
        message: "Invalid schema for function 'x': In context=(), 'uniqueItems' is not permitted.",
      },
    ],
    [
      'thoughts and a schema',
      { ...schema({ type: 'object' }), chat_template_kwargs: { enable_thinking: true } },
      {
        param: 'chat_template_kwargs.enable_thinking',
        code: 'invalid_value',
        message: "'enable_thinking' is not supported together with 'response_format', strict tools or a forced tool choice.",
      },
    ],
    [
      'effort and a schema',
      { ...schema({ type: 'object' }), reasoning_effort: 'high' },
      {
        param: 'reasoning_effort',
        code: 'invalid_value',
        message: "'reasoning_effort' is not supported together with 'response_format', strict tools or a forced tool choice.",
      },
    ],
    [
      'a tool whose arguments are no object',
      { tools: [tool, { type: 'function', function: { name: 'x', parameters: { type: ['string', 'null'] } } }] },
      {
        param: 'tools',
        code: 'invalid_function_parameters',
        message: `Invalid schema for function 'x': schema must be a JSON Schema of 'type: "object"', got 'type: ["string","null"]'.`,
      },
    ],
    [
      'a strict tool whose arguments may be none',
      {
        tools: [{ type: 'function', function: { name: 'x', strict: true, parameters: { anyOf: [{ type: 'object' }, { type: 'null' }] } } }],
      },
      {
        param: 'tools',
        code: 'invalid_function_parameters',
        message: "Invalid schema for function 'x': In context=(), 'anyOf' must leave nothing but objects.",
      },
    ],
    [
      'a strict tool beside a schema that is right',
      {
        ...schema({ type: 'object' }),
        tools: [tool, { type: 'function', function: { name: 'x', strict: true, parameters: { type: 'object', minProperties: 1 } } }],
      },
      {
        param: 'tools',
        code: 'invalid_function_parameters',
        message: "Invalid schema for function 'x': In context=(), 'minProperties' is not permitted.",
      },
    ],
    [
      'a choice in the form of another API',
      { tools: [tool], tool_choice: { type: 'function', name: 'look_up' } },
      {
        param: 'tool_choice.function',
        code: 'missing_required_parameter',
        message: "Missing required parameter: 'tool_choice.function'.",
      },
    ],
    [
      'a choice of another type',
      { tools: [tool], tool_choice: 5 },
      {
        param: 'tool_choice',
        code: 'invalid_type',
        message: "Invalid type for 'tool_choice': expected one of string or object, but got an integer instead.",
      },
    ],
    [
      'a seed with a fraction',
      { seed: 1.5 },
      {
        param: 'seed',
        code: 'invalid_type',
        message: "Invalid type for 'seed': expected an integer, but got a decimal number instead.",
      },
    ],
    [
      'a limit that no integer is',
      { max_tokens: 1e20 },
      {
        param: 'max_tokens',
        code: 'integer_above_max_value',
        message: "Invalid 'max_tokens': integer above maximum value. Expected a value <= 8192, but got 100000000000000000000 instead.",
      },
    ],
    [
      'two limits of tokens',
      { max_tokens: 5, max_completion_tokens: 5 },
      {
        param: 'max_tokens',
        code: 'invalid_parameter_combination',
        message: "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
      },
    ],
    [
      'an unknown template argument',
      { chat_template_kwargs: { foo: 1 } },
      { param: 'chat_template_kwargs.foo', code: 'unknown_parameter', message: "Unknown parameter: 'chat_template_kwargs.foo'." },
    ],
  ]
  test.each(cases)('with %s is a 400 in the words of OpenAI', async (_, body, expected) => {
    for (const stream of [false, true]) {
      const response = await chat(server.url, { ...body, ...(stream && !('stream_options' in body) && { stream }) })
      expect(response.status).toBe(400)
      expect(await errorOf(response)).toEqual({ type: 'invalid_request_error', ...expected })
    }
    expect(engine.requests).toHaveLength(0)
  })

  test.each([
    ['response_format', 'invalid_json_schema', schema({ type: 'object' })],
    ['tools', 'invalid_function_parameters', { tools: [tool], tool_choice: 'required' }],
  ])('whose grammar llama.cpp refuses is told that it is for its %s', async (param, code, body) => {
    engine.answer = () => {
      throw new EngineError('invalid_grammar', 'The grammar cannot be used.')
    }
    const response = await chat(server.url, body)
    expect([response.status, await errorOf(response)]).toMatchObject([400, { param, code }])
  })
})
