import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { chatSchema } from '@/worker/http/chat-schema'
import { completionSchema } from '@/worker/http/completion-schema'
import { parseBody } from '@/worker/http/parse-body'
import { embeddingRequestSchema, rerankRequestSchema } from '@/worker/http/side-schemas'
import { tokenizeSchema } from '@/worker/http/tokenize'
import { FakeEngine, startServer } from './worker-support'

/** As many as a body can hold, nearly: each kept as an issue, some of these would take gigabytes. */
const MANY = 60_000
const many = (element: unknown) => Array.from({ length: MANY }, () => element)
const names = (value: unknown) => Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`n${at}`, value]))

/** Issues, with those of every branch of a union. */
function countIssues(issues: z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => {
    const branches = issue.code === 'invalid_union' ? issue.errors : []
    return sum + 1 + branches.reduce((inner, branch) => inner + countIssues(branch), 0)
  }, 0)
}

const message = { role: 'user', content: 'a' }
const inChat = (body: object) => ({ model: 'qwen3', messages: [message], ...body })
const said = (body: object) => inChat({ messages: [{ ...message, ...body }] })
const cases: [string, z.ZodType, object][] = [
  ['messages', chatSchema, inChat({ messages: many(0) })],
  ['messages as many as there may be', chatSchema, inChat({ messages: many(0).slice(0, 2048) })],
  ['parts of a user', chatSchema, said({ content: many(0) })],
  ['parts of every user', chatSchema, inChat({ messages: many({ role: 'user', content: many(0).slice(0, 30) }).slice(0, 2048) })],
  ['parts of a system message', chatSchema, said({ role: 'system', content: many({}) })],
  ['calls', chatSchema, said({ role: 'assistant', tool_calls: many({}) })],
  ['annotations', chatSchema, said({ role: 'assistant', annotations: many({}) })],
  ['stop', chatSchema, inChat({ stop: many(0) })],
  ['tools', chatSchema, inChat({ tools: many({}) })],
  ['modalities', chatSchema, inChat({ modalities: many('smell') })],
  ['prediction', chatSchema, inChat({ prediction: { type: 'content', content: many({}) } })],
  ['metadata', chatSchema, inChat({ metadata: names(0) })],
  ['names of biases', chatSchema, inChat({ logit_bias: names(0) })],
  ['biases', chatSchema, inChat({ logit_bias: Object.fromEntries(many('x').map((value, at) => [at, value])) })],
  ['prompts', completionSchema, { model: 'qwen3', prompt: many({}) }],
  ['tokens', completionSchema, { model: 'qwen3', prompt: many(-1) }],
  ['tokens of prompts', completionSchema, { model: 'qwen3', prompt: [many(1), many(0.5)] }],
  ['inputs', embeddingRequestSchema, { model: 'x', input: many({}) }],
  ['tokens of an input', embeddingRequestSchema, { model: 'x', input: [[1], many('a')] }],
  ['inputs as many as there may be', embeddingRequestSchema, { model: 'x', input: many([]).slice(0, 2048) }],
  ['documents', rerankRequestSchema, { query: 'q', documents: many({}) }],
  ['documents as many as there may be', rerankRequestSchema, { query: 'q', documents: many({}).slice(0, 1000) }],
  ['messages to cut into tokens', tokenizeSchema, { messages: many({}) }],
  ['tools to cut into tokens', tokenizeSchema, { tools: many(0).slice(0, 128) }],
]

test.each(cases)('however many %s are wrong, a handful of issues is kept', (_, schema, body) => {
  const { success, error } = schema.safeParse(body)
  expect(success).toBe(false)
  expect(countIssues(error?.issues ?? [])).toBeLessThan(12)
})

const list = <T>(length: number, value: T): T[] => new Array(length).fill(value)
test.each([
  ['tokens', embeddingRequestSchema, { model: 'x', input: list(9_000, 1) }, 'input', 'maximum length 8192', 'length 9000'],
  ['texts', embeddingRequestSchema, { model: 'x', input: list(9_000, 'a') }, 'input', 'maximum length 2048', 'length 9000'],
  ['lists of tokens', embeddingRequestSchema, { model: 'x', input: list(2_049, [1]) }, 'input', 'maximum length 2048', 'length 2049'],
  [
    'tokens in a list',
    embeddingRequestSchema,
    { model: 'x', input: [[1], list(8_193, 1)] },
    'input[1]',
    'maximum length 8192',
    'length 8193',
  ],
  [
    'tokens to go on from',
    completionSchema,
    { model: 'x', prompt: list(1_048_577, 1) },
    'prompt',
    'maximum length 1048576',
    'length 1048577',
  ],
  ['prompts', completionSchema, { model: 'x', prompt: list(17, 'a') }, 'prompt', 'maximum length 16', 'length 17'],
  ['a number among texts', embeddingRequestSchema, { model: 'x', input: ['a', 1] }, 'input[1]', 'expected a string', 'an integer'],
  ['a text among tokens', embeddingRequestSchema, { model: 'x', input: [1, 'a'] }, 'input[1]', 'expected an integer', 'a string'],
  ['half a token', completionSchema, { model: 'x', prompt: [1, 0.5] }, 'prompt[1]', 'expected an integer', 'a decimal number'],
  ['no list of anything', embeddingRequestSchema, { model: 'x', input: [true] }, 'input[0]', 'expected a string', 'a boolean'],
])('a body of %s is told the limit or the type that is meant', (_, schema, body, param, ...words) => {
  const read = () => parseBody(schema as z.ZodType, body)
  expect(read).toThrow(expect.objectContaining({ status: 400, param }))
  for (const word of words) expect(read).toThrow(word)
})

describe('a body', () => {
  test('of nothing but wrong inputs, is a 400 that names the first', async () => {
    const engine = new FakeEngine()
    const embedder = {
      name: 'e',
      dimensions: 4,
      contextSize: 64,
      loadedAt: new Date(0),
      embed: () => Promise.reject(),
      free: async () => {},
    }
    const sides = { embedder: { state: 'ready', name: 'e', model: embedder }, reranker: { state: 'absent' } } as const
    const server = await startServer(() => ({ state: 'ready', engine }), { sides: () => sides })
    const body = `{"model":"e","input":[${'{},'.repeat(300_000)}{}]}`
    const response = await fetch(`${server.url}/v1/embeddings`, { method: 'POST', body })
    expect([response.status, (await response.json()).error.param]).toEqual([400, 'input[0]'])
    await server.close()
  })

  test('is not looked at where there is no model for it', async () => {
    const server = await startServer(() => ({ state: 'ready', engine: new FakeEngine() }))
    for (const path of ['/v1/embeddings', '/v1/rerank']) {
      const response = await fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify({ input: [{}], documents: [{}] }) })
      expect([response.status, (await response.json()).error.code]).toEqual([404, 'model_not_found'])
    }
    await server.close()
  })

  test('with unknown parameters without number is told of a few', async () => {
    const server = await startServer(() => ({ state: 'ready', engine: new FakeEngine() }))
    const response = await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(inChat(names(0))) })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(1_000)
    await server.close()
  })
})
