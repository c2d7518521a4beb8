import { getLlama, LlamaGrammar } from 'node-llama-cpp'
import { expect, test } from 'vitest'
import { JSON_OBJECT_GRAMMAR, schemaToGbnf } from '@/worker/http/json-schema/compile'

// llama.cpp itself reads the grammars: its parser knows limits and errors that our own reader does not.

const order = {
  $defs: { line: { type: 'object', properties: { sku: { type: 'string', pattern: '^[A-Z"\\\\]{2}-\\d+$' } }, required: ['sku'] } },
  type: 'object',
  properties: {
    lines: { type: 'array', items: { $ref: '#/$defs/line' }, minItems: 1, maxItems: 2_000 },
    note: { type: 'string', maxLength: 2_000 },
    when: { type: 'string', format: 'date-time' },
    mail: { type: 'string', format: 'email' },
    '总价"\n': { type: 'number', exclusiveMinimum: -3, maximum: 1_000_000 },
    count: { type: 'integer', minimum: -9007199254740991, maximum: 4_711 },
    pair: {
      prefixItems: [
        { type: 'string', format: 'uri' },
        { type: 'integer', format: 'int32' },
      ],
      items: { type: 'null' },
      maxItems: 9,
    },
    names: { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'array', items: false } },
    texts: { anyOf: ['duration', 'hostname', 'ipv6'].map((format) => ({ type: 'string', format })) },
    kind: { enum: ['退款', 'a"b', 1, null] },
    next: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
  },
  required: ['lines', 'next'],
  additionalProperties: { type: ['integer', 'null'] },
}

test('llama.cpp reads the grammars that we make of schemas', async () => {
  const llama = await getLlama({ gpu: false, build: 'never' })
  for (const grammar of [
    JSON_OBJECT_GRAMMAR,
    schemaToGbnf(order),
    schemaToGbnf({}),
    schemaToGbnf({ type: 'string', pattern: '[^a-z]\\D.😀' }),
  ])
    expect(() => new LlamaGrammar(llama, { grammar })).not.toThrow()
  expect(() => new LlamaGrammar(llama, { grammar: 'root ::= nothing' })).toThrow()
  await llama.dispose()
})
