import { describe, expect, it, test } from 'vitest'
import { en } from '@/lib/i18n/messages/en'
import { buildDocument } from '@/lib/openapi/build-document'
import { listFields } from '@/lib/openapi/list-fields'
import { GROUPS, listOperations } from '@/lib/openapi/list-operations'
import { OPERATIONS } from '@/lib/openapi/operations'
import type { JsonSchema } from '@/lib/openapi/to-json-schema'
import { EXAMPLE_BODIES, writeCurl } from '@/lib/openapi/write-curl'

const operations = listOperations()
const fields = (schema: JsonSchema, depth?: number) =>
  listFields(schema, (ref) => ({ properties: { named: { const: ref } } }), depth).map(
    ({ name, type, isRequired, limits, byDefault }) =>
      `${name}${isRequired ? '' : '?'}: ${type}${limits ? ` ${limits.of} ${limits.min}..${limits.max}` : ''}${byDefault ? ` = ${byDefault}` : ''}`,
  )

describe('the fields of a schema', () => {
  it.each<[JsonSchema, string[]]>([
    [{ properties: { a: { type: 'string', maxLength: 9 } }, required: ['a'] }, ['a: string characters null..9']],
    [{ properties: { a: { type: 'string', format: 'uuid' }, b: { enum: ['x', 'y'], default: 'x' } } }, ['a?: uuid', 'b?: x | y = "x"']],
    [{ properties: { n: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER } } }, ['n?: integer value 1..null']],
    [{ properties: { a: { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] } } }, ['a?: string | null characters 1..null']],
    [{ properties: { a: { type: ['string', 'null'] } } }, ['a?: string | null']],
    [
      { properties: { m: { type: 'object', properties: { t: { type: 'string' } }, required: ['t'] } }, required: ['m'] },
      ['m: object', 'm.t: string'],
    ],
    [
      { properties: { l: { type: 'array', maxItems: 2, items: { type: 'object', properties: { t: { type: 'boolean' } } } } } },
      ['l?: object[] items null..2', 'l[].t?: boolean'],
    ],
    [{ properties: { l: { type: 'array', items: { enum: ['x', 'y'] } } } }, ['l?: (x | y)[]']],
    [
      {
        anyOf: [
          { properties: { a: {}, b: {} }, required: ['a', 'b'] },
          { properties: { a: {} }, required: ['a'] },
        ],
      },
      ['a: any', 'b?: any'],
    ],
    [{ $ref: '#/x' }, ['named?: #/x']],
    [{}, []],
  ])('of %j are %j', (schema, expected) => {
    expect(fields(schema)).toEqual(expected)
  })

  it('can be those of the first level alone', () => {
    expect(fields({ properties: { m: { type: 'object', properties: { t: {} } } } }, 1)).toEqual(['m?: object'])
  })
})

test('the page lists every operation of the document once, in a group, with what the document says of it', () => {
  expect(operations).toHaveLength(Object.values(OPERATIONS).flatMap((methods) => Object.keys(methods)).length)
  for (const group of GROUPS) expect(operations.some((operation) => operation.group === group)).toBe(true)
  const reply = operations.find(({ id }) => id === 'postTicketsByIdReply')
  expect(reply).toMatchObject({ method: 'post', path: '/api/v1/tickets/{id}/reply', group: 'tickets', scope: 'tickets:write' })
  expect(reply?.parameters.map(({ name, in: place }) => `${place} ${name}`)).toEqual(['path id', 'header Idempotency-Key'])
  expect(reply?.body.find(({ name }) => name === 'text')).toMatchObject({ isRequired: true, limits: { max: 20_000 } })
  expect(reply?.answers.map(({ status }) => status)).toEqual(['201'])
  expect(reply?.answers[0]?.fields.map(({ name }) => name)).toContain('messages')
  expect(reply?.errors).toContainEqual({ status: '409', code: 'conflict' })
  expect(operations.find(({ isSigned }) => isSigned)?.id).toBe('postWebhooksByChannelId')
  const { answers, errors } = operations.find(({ id }) => id === 'getReady') ?? {}
  expect([answers?.map(({ status }) => status), errors]).toEqual([['200', '503'], []])
})

test('its English words are those of the document, and each operation has them', () => {
  const described = Object.values(buildDocument().paths).flatMap((methods) => Object.values(methods)) as {
    operationId: string
    summary: string
    description?: string
  }[]
  expect(en.api.titles).toEqual(Object.fromEntries(described.map(({ operationId, summary }) => [operationId, summary])))
  const words = described.flatMap(({ operationId, description }) => (description ? [[operationId, description]] : []))
  expect(en.api.words).toEqual(Object.fromEntries(words))
})

describe('a command', () => {
  it.each(Object.entries(EXAMPLE_BODIES))('of %s sends what its door takes', (id, bodies) => {
    const operation = operations.find((each) => each.id === id)
    const schema = operation && OPERATIONS[operation.path]?.[operation.method]?.body
    if (!schema || 'types' in schema) throw new Error(`${id} takes no JSON.`)
    for (const body of Object.values(bodies)) expect(schema.safeParse(body)).toMatchObject({ success: true })
  })

  it('is there for every operation that a key or nothing opens, and sends JSON wherever JSON is wanted', () => {
    for (const operation of operations) {
      const curl = writeCurl(operation, 'https://desk.test', 'en')
      expect(curl === null).toBe(operation.isSigned)
      if (!curl) continue
      expect(curl).toContain(`https://desk.test${operation.path.replace('{id}', '$ID')}`)
      expect(curl.includes('$DESKHAND_KEY')).toBe(operation.scope !== null)
      expect(curl.includes("-d '")).toBe(operation.bodyTypes.length === 1)
      expect(curl.match(/'/g)?.length ?? 0).toSatisfy((quotes: number) => quotes % 2 === 0)
    }
    const change = operations.find(({ id }) => id === 'patchRulesById')
    expect(change && writeCurl(change, 'http://x', 'zh')).toBe(
      [
        'curl -X PATCH "http://x/api/v1/rules/$ID"',
        '-H "authorization: Bearer $DESKHAND_KEY"',
        "-H 'content-type: application/json'",
        `-d '{"version":3,"answer":"付款后 24 小时内发货。"}'`,
      ].join(' \\\n  '),
    )
  })
})
