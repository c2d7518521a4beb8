import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { JSON_OBJECT_GRAMMAR, schemaToGbnf } from '@/worker/http/json-schema/compile'
import { SchemaError } from '@/worker/http/json-schema/schema-error'
import { isText, readGbnf, writeText } from '../support/gbnf'

type Schema = Record<string, unknown>

/** A small random number generator with a seed (Mulberry32, public domain). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function expectAllValid(schema: Schema, seed = 1, count = 40): void {
  const grammar = readGbnf(schemaToGbnf(schema))
  const validator = new Validator(schema as never, '2020-12')
  const random = randomOf(seed)
  for (let index = 0; index < count; index++) {
    const text = writeText(grammar, random)
    const { valid, errors } = validator.validate(JSON.parse(text))
    expect(valid, `${text} ${JSON.stringify(errors)}`).toBe(true)
    expect(isText(grammar, text), text).toBe(true)
  }
}

const person = {
  type: 'object',
  properties: { name: { type: 'string', minLength: 1 }, age: { type: 'integer', minimum: 0, maximum: 130 }, email: { type: 'string' } },
  required: ['name', 'age'],
  additionalProperties: false,
}

describe('every text of the grammar is valid against', () => {
  const cases: [string, Schema][] = [
    ['required and optional properties', person],
    ['optional properties alone', { type: 'object', properties: { a: { type: 'null' }, b: { type: 'boolean' }, c: { const: 1 } } }],
    [
      'optional, required, optional',
      { type: 'object', properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3 } }, required: ['b'] },
    ],
    [
      'additional properties of one type',
      { type: 'object', properties: { ab: { type: 'string' } }, additionalProperties: { type: 'integer' } },
    ],
    ['additional properties of any type', { type: 'object', properties: { a: { const: 1 } }, required: ['a'], additionalProperties: true }],
    ['a required property that is not declared', { type: 'object', required: ['总价'], additionalProperties: { type: 'number' } }],
    ['names with quotes and marks', { type: 'object', properties: { 'a"b\\c\n中😀': { const: 'x"y\\z\n' } }, required: ['a"b\\c\n中😀'] }],
    ['a list of two to four', { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 4 }],
    ['a list of at most one', { type: 'array', items: { type: 'boolean' }, maxItems: 1 }],
    ['a list of none', { type: 'array', maxItems: 0 }],
    ['a text of three to five characters', { type: 'string', minLength: 3, maxLength: 5 }],
    ['a pattern from end to end', { type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}$' }],
    ['a pattern that may stand anywhere', { type: 'string', pattern: '订单|order' }],
    ['a pattern with its own branches', { type: 'string', pattern: '^(?:a|b+?|[^c-z"\\\\]){1,3}\\.?$' }],
    ['a pattern anchored in one branch', { type: 'string', pattern: '^ab|cd$' }],
    ['a pattern with spaces and quotes', { type: 'string', pattern: '^"\\s\\S\\w\\W\\D.\\/\\u4e2d\\x41$' }],
    [
      'formats',
      {
        type: 'object',
        properties: Object.fromEntries(
          ['date', 'time', 'date-time', 'duration', 'uuid', 'email', 'hostname', 'uri', 'ipv4', 'ipv6'].map((format) => [
            format,
            { type: 'string', format },
          ]),
        ),
      },
    ],
    ['a format that is never empty', { type: 'string', format: 'uri', minLength: 1 }],
    [
      'a pair and what follows it',
      { type: 'array', prefixItems: [{ type: 'string' }, { const: 1 }], items: { type: 'null' }, minItems: 3 },
    ],
    ['a pair', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2, maxItems: 2 }],
    ['a pair as Pydantic writes it', { type: 'array', prefixItems: [{ type: 'null' }, { type: 'integer' }], minItems: 2, maxItems: 2 }],
    ['a pair of which one is left', { prefixItems: [{ type: 'null' }, { type: 'integer' }], maxItems: 1 }],
    ['a pair and something more', { prefixItems: [{ type: 'null' }, { type: 'integer' }], minItems: 4 }],
    ['a list that must be empty', { type: 'array', items: false }],
    ['a record', { type: 'object', propertyNames: { type: 'string' }, additionalProperties: { type: 'integer' } }],
    [
      'a record of names',
      { type: 'object', propertyNames: { enum: ['a', 'b', 'c'] }, additionalProperties: { type: 'integer' }, required: ['b'] },
    ],
    ['whole numbers of 32 bits', { type: 'integer', format: 'int32', maximum: 3e9, minimum: -5 }],
    ['numbers of 64 bits', { type: ['integer', 'null'], format: 'int64' }],
    ['constants of every kind', { enum: ['a', 1, -2.5, null, true, ['x', { y: 1 }], '退款'] }],
    ['constants narrowed by a type', { type: 'string', enum: ['a', 1, 'b'] }],
    ['one of several types', { type: ['string', 'null'], minLength: 2 }],
    ['any of several schemas', { anyOf: [person, { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 5 }] }],
    [
      'one of several schemas told apart by a constant',
      {
        oneOf: ['cat', 'dog'].map((kind) => ({
          type: 'object',
          properties: { kind: { const: kind }, n: { type: 'integer' } },
          required: ['kind'],
        })),
      },
    ],
    [
      'one of several models as Pydantic tells them apart',
      {
        $defs: Object.fromEntries(
          ['Cat', 'Dog'].map((title) => [
            title,
            {
              title,
              type: 'object',
              properties: { kind: { const: title, type: 'string' }, n: { type: 'integer', example: 3 } },
              required: ['kind'],
            },
          ]),
        ),
        discriminator: { propertyName: 'kind', mapping: { Cat: '#/$defs/Cat', Dog: '#/$defs/Dog' } },
        oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
      },
    ],
    ['one of several types, exclusively', { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }],
    [
      'a tree that refers to itself',
      {
        $ref: '#/$defs/node',
        $defs: {
          node: {
            type: 'object',
            properties: { v: { type: 'integer' }, kids: { type: 'array', items: { $ref: '#/$defs/node' }, maxItems: 2 } },
            required: ['v', 'kids'],
          },
        },
      },
    ],
    [
      'a root that refers to itself',
      {
        type: 'object',
        properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
        required: ['next'],
        additionalProperties: false,
      },
    ],
    ['an allOf of one', { allOf: [{ type: 'boolean' }] }],
    ['any value', {}],
    ['numbers between bounds', { type: 'number', minimum: -3, exclusiveMaximum: 12 }],
    ['numbers above zero', { type: 'number', exclusiveMinimum: 0 }],
    ['numbers below zero', { type: 'number', maximum: -7, minimum: -120 }],
    ['the whole numbers that zod writes', { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }],
  ]
  test.each(cases)('%s', (_, schema) => expectAllValid(schema))

  test('any JSON object', () => {
    const grammar = readGbnf(JSON_OBJECT_GRAMMAR)
    const random = randomOf(3)
    for (let index = 0; index < 40; index++) expect(JSON.parse(writeText(grammar, random))).toBeTypeOf('object')
    for (const text of ['{}', '{"a": [1, {"b": null}], "c": "\\n\\u4e2d"}', '{\n  "a": -0.5e+10\n}'])
      expect(isText(grammar, text)).toBe(true)
    for (const text of ['[]', '{"a":1,}', '{"a":"\\ud800"}', '{a:1}', '{"a":01}']) expect(isText(grammar, text)).toBe(false)
  })

  test('ranges of whole numbers, which hold exactly their numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 2_000 }), fc.nat(3_000), (min, width) => {
        const grammar = readGbnf(schemaToGbnf({ type: 'integer', minimum: min, maximum: min + width }))
        for (const value of [min - 1, min, min + (width >> 1), min + width, min + width + 1]) {
          expect(isText(grammar, String(value)), `${value} in ${min}..${min + width}`).toBe(value >= min && value <= min + width)
        }
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  test('schemas that nobody thought of', () => {
    const leaf = fc.oneof(
      fc.record({ type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'null') }),
      fc.record({ type: fc.constant('string'), minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 6 }) }),
      fc.record({
        type: fc.constant('integer'),
        minimum: fc.integer({ min: -500, max: 0 }),
        exclusiveMaximum: fc.integer({ min: 1, max: 500 }),
      }),
      fc.record({ type: fc.constant('number'), minimum: fc.integer({ min: -50, max: 0 }), maximum: fc.integer({ min: 0, max: 500 }) }),
      fc.record({ enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 3 }) }),
    )
    const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(2), maxItems: fc.integer({ min: 2, max: 3 }) }),
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
        fc
          .tuple(fc.dictionary(fc.string({ maxLength: 3 }), tie('schema'), { maxKeys: 4 }), fc.boolean(), fc.nat(3))
          .map(([properties, more, cut]) => ({
            type: 'object',
            properties,
            required: Object.keys(properties).slice(0, cut),
            additionalProperties: more ? { type: 'integer' } : false,
          })),
      ),
    }))
    fc.assert(
      fc.property(schema, fc.nat(), (made, seed) => expectAllValid(made, seed, 3)),
      { numRuns: 150, seed: 5 },
    )
  })
})

describe('the grammar holds', () => {
  test('an object with and without what is optional, and nothing that is forbidden', () => {
    const grammar = readGbnf(schemaToGbnf(person))
    for (const text of ['{"name":"a","age":3}', '{"name": "李想", "age": 130, "email": ""}']) expect(isText(grammar, text)).toBe(true)
    for (const text of [
      '{"name":"a"}',
      '{"age":3,"name":"a"}',
      '{"name":"","age":3}',
      '{"name":"a","age":131}',
      '{"name":"a","age":3,"x":1}',
    ])
      expect(isText(grammar, text)).toBe(false)
  })

  test('no declared name among the additional ones', () => {
    const grammar = readGbnf(
      schemaToGbnf({ type: 'object', properties: { ab: { type: 'string' } }, additionalProperties: { type: 'integer' } }),
    )
    for (const name of ['', 'a', 'abc', 'b', 'ba']) expect(isText(grammar, `{"${name}":1}`), name).toBe(true)
    for (const name of ['ab', '\\u0061b']) expect(isText(grammar, `{"${name}":1}`), name).toBe(false)
  })
})

test('a whole number of 32 bits has its bounds', () => {
  const grammar = readGbnf(schemaToGbnf({ type: 'integer', format: 'int32' }))
  for (const text of ['2147483647', '-2147483648', '0']) expect(isText(grammar, text), text).toBe(true)
  for (const text of ['2147483648', '-2147483649', '99999999999']) expect(isText(grammar, text), text).toBe(false)
})

test('a list by places is the same in the words of draft 7', () => {
  const grammar = readGbnf(schemaToGbnf({ items: [{ type: 'integer' }, { const: 'a' }], additionalItems: { type: 'null' } }))
  for (const text of ['[1,"a"]', '[1,"a",null,null]']) expect(isText(grammar, text), text).toBe(true)
  for (const text of ['["a",1]', '[1,"a",2]']) expect(isText(grammar, text), text).toBe(false)
  const closed = schemaToGbnf({ type: 'array', items: [{ type: 'null' }], additionalItems: false })
  expect([isText(readGbnf(closed), '[null]'), isText(readGbnf(closed), '[null,null]')]).toEqual([true, false])
  expect(() => schemaToGbnf({ prefixItems: [{}], items: [{}] })).toThrow(SchemaError)
})

describe('a text as zod describes it, with its format and its pattern,', () => {
  const kinds: [string, z.ZodType][] = [
    ['an address', z.email()],
    ['a UUID', z.uuid()],
    ['a UUID of a version', z.uuidv7()],
    ['a date', z.iso.date()],
    ['a time on a date', z.iso.datetime()],
    ['a time on a date with its offset', z.iso.datetime({ offset: true, precision: 3 })],
    ['an address of a machine', z.ipv4()],
    ['a long address of a machine', z.ipv6()],
    ['a short id', z.nanoid()],
    ['a name of a machine', z.hostname()],
    ['a span of time', z.iso.duration()],
    ['a link', z.url()],
    ['a telephone number', z.e164()],
  ]
  test.each(kinds)('is kept: %s', (_, kind) => {
    const grammar = readGbnf(schemaToGbnf(z.toJSONSchema(kind)))
    const random = randomOf(9)
    for (let index = 0; index < 40; index++) expect(kind.safeParse(JSON.parse(writeText(grammar, random))).success).toBe(true)
  })

  test('is kept where an earlier zod looked ahead', () => {
    const pattern = "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$"
    const grammar = readGbnf(schemaToGbnf({ type: 'string', format: 'email', pattern }))
    const random = randomOf(9)
    for (let index = 0; index < 40; index++) expect(JSON.parse(writeText(grammar, random))).toMatch(new RegExp(pattern))
    expect(isText(grammar, '"lin.mei@shop.example"')).toBe(true)
  })
})

test.each([
  // As the HTML standard has it, and what else stands in people's schemas.
  "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
  '^(\\+\\d{1,3}[- ]?)?\\(?\\d{3}\\)?[- ]?\\d{3}[- ]?\\d{4}$',
  '^https?://[\\w.-]+(:\\d{1,5})?(/[^?#\\s]*)?(\\?[^#\\s]*)?(#\\S*)?$',
  '^v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$',
  '^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$',
  '^-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?$',
  '^.*.*.*.*.*$',
  '^([a-z0-9]+-?)+$',
  '^(\\w+\\s?)+$',
  '^(a*)*$',
  '^(\\d{1,3},?)*$',
  '^([^,]+,)*[^,]+$',
  '[A-Z]{2,4}-?\\d{1,10}',
])('the pattern %s is permitted', (pattern) => {
  expect(schemaToGbnf({ type: 'string', pattern })).toContain('root ::=')
})

describe('a schema is refused, by keyword and place, when it has', () => {
  const cases: [string, unknown, string][] = [
    ['a keyword that no grammar can keep to', { type: 'array', uniqueItems: true }, "In context=(), 'uniqueItems'"],
    ['one deep inside', { type: 'object', properties: { a: { items: { not: {} } } } }, "In context=('properties', 'a', 'items'), 'not'"],
    ['a keyword that nobody knows', { typo: 1 }, "'typo' is not permitted"],
    ['oneOf that a value could match twice', { oneOf: [{ type: 'string' }, { type: 'string', minLength: 2 }] }, "'oneOf'"],
    ['oneOf of numbers', { oneOf: [{ type: 'integer' }, { type: 'number' }] }, "'oneOf'"],
    ['allOf of two', { allOf: [{ type: 'string' }, { minLength: 2 }] }, "'allOf'"],
    ['something beside anyOf', { anyOf: [{}], type: 'string' }, "'type' beside 'anyOf'"],
    ['a format beside a pattern of its own', { type: 'string', format: 'date', pattern: '^2' }, "'format' beside 'pattern'"],
    ['a length beside a pattern', { type: 'string', pattern: 'a', maxLength: 3 }, "'maxLength' beside 'pattern'"],
    ['lookahead', { type: 'string', pattern: '(?=a)b' }, "'pattern' with lookahead"],
    ['a back reference', { type: 'string', pattern: '(a)\\1' }, "'pattern' with back references"],
    ['a word boundary', { type: 'string', pattern: '\\ba' }, "'pattern' with \\b"],
    ['an anchor inside', { type: 'string', pattern: '(^a)b' }, "'pattern' with anchors inside"],
    ['a property class', { type: 'string', pattern: '\\p{L}' }, "'pattern' with \\p"],
    ['a broken pattern', { type: 'string', pattern: '(' }, "'pattern' is not a valid regular expression"],
    ['a format that is only a name', { type: 'string', format: 'iri' }, "'format'"],
    ['a reference to nothing', { $ref: '#/$defs/none' }, "'$ref' refers to nothing"],
    ['a reference elsewhere', { $ref: 'https://example.com/s.json' }, "'$ref'"],
    ['a reference to itself', { $ref: '#' }, "'$ref' refers to itself"],
    [
      'a circle of references',
      { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } } },
      "'$ref' refers to itself",
    ],
    ['a format of a number that nobody knows', { type: 'integer', format: 'decimal' }, "'format' of a number"],
    ['a format of whole numbers for others', { type: 'number', format: 'int32' }, "'format' of a number"],
    ['names by a pattern', { type: 'object', propertyNames: { pattern: '^a' } }, "'propertyNames'"],
    ['names that leave out what is declared', { properties: { a: {} }, propertyNames: { enum: ['b'] } }, "'propertyNames'"],
    ['more of a list than there may be', { type: 'array', prefixItems: [{}], items: false, minItems: 2 }, "'minItems'"],
    ['a value that cannot be', { type: 'object', properties: { a: false } }, "'false'"],
    ['a required name that is forbidden', { type: 'object', required: ['a'], additionalProperties: false }, "'required'"],
    ['bounds the wrong way round', { type: 'integer', minimum: 3, maximum: 2 }, "'minimum'"],
    ['multipleOf', { type: 'integer', multipleOf: 5 }, "'multipleOf'"],
    ['a bound of a number with a fraction', { type: 'number', minimum: 0.5 }, "'minimum'"],
    ['a type that JSON has not', { type: 'date' }, "'type'"],
    ['too long a list', { type: 'array', maxItems: 5_000 }, "'maxItems'"],
    [
      'a pattern that can be read in too many ways',
      { type: 'string', pattern: '^.{0,80}.{0,80}$' },
      "'pattern' with so many ways to repeat",
    ],
    ...['?', '*', '+', '{0,2}', '{1,}'].map((sign): [string, unknown, string] => [
      `a thousand times a${sign} in a row`,
      { type: 'string', pattern: `^${`a${sign}`.repeat(1_000)}$` },
      "'pattern' with so many ways to repeat",
    ]),
    ['what may be left out within what is repeated', { type: 'string', pattern: '^(a?b){50}a?(.?){50}$' }, "'pattern' with so many ways"],
    ...['^(.+.+)+$', '^(.+)+$', '^x(\\S*\\s?)*$', '^(-*-?)*$'].map((pattern): [string, unknown, string] => [
      `the loop ${pattern}`,
      { type: 'string', pattern },
      "'pattern' with so many ways to repeat",
    ]),
    ['what may be left out in groups', { type: 'string', pattern: `^${'(?:a|b?)'.repeat(20)}$` }, "'pattern' with so many ways"],
    [
      'many different characters that may be left out',
      { type: 'string', pattern: `^${Array.from({ length: 400 }, (_, at) => `${String.fromCodePoint(0x4e00 + at)}?`).join('')}$` },
      "'pattern' with more than 300 parts",
    ],
    [
      'groups in groups without end',
      { type: 'string', pattern: `^${'('.repeat(3_000)}a${')'.repeat(3_000)}$` },
      "'pattern' with groups nested deeper than 32",
    ],
    ['a pattern as long as a book', { type: 'string', pattern: 'a'.repeat(100_000) }, "'pattern' with more than 10000 characters"],
    [
      'many optional properties',
      { type: 'object', properties: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`p${at}`, {}])) },
      "'properties' with more than 200",
    ],
    [
      'more than a thousand values',
      { enum: Array.from({ length: 1_001 }, (_, index) => index) },
      "'schema' has more than 1000 alternatives",
    ],
    [
      'more than two hundred schemas',
      { anyOf: Array.from({ length: 201 }, (_, index) => ({ type: 'string', minLength: index })) },
      "'anyOf' with more than 200 schemas",
    ],
    ['a number that no JSON says', JSON.parse('{"enum":[1e999]}'), "'enum' has a number that is too large"],
    ['no value left', { type: 'string', enum: [1] }, "'enum'"],
    ['no object', 'string', "'string'"],
  ]
  test.each(cases)('%s', (_, schema, message) => {
    const compile = () => schemaToGbnf(schema)
    expect(compile).toThrow(SchemaError)
    expect(compile).toThrow(message)
  })
})

describe('many constants', () => {
  // Of few letters, so that they begin alike, begin each other, and hold what JSON escapes.
  const word = fc.array(fc.constantFrom('a', 'b', '"', '\\', '中', '😀', '\n', '-'), { maxLength: 6 }).map((chars) => chars.join(''))
  const values = fc.array(fc.oneof(word, fc.integer({ min: -20, max: 200 }), fc.constantFrom(true, null)), { minLength: 1, maxLength: 40 })

  test('are the same texts as one beside the other, however they are spread over a schema', () => {
    fc.assert(
      fc.property(values, values, fc.nat(40), (taken, others, at) => {
        const [first, ...rest] = [taken.slice(0, at), taken.slice(at)].filter(({ length }) => length > 0)
        const whole = readGbnf(schemaToGbnf({ enum: taken }))
        const spread = readGbnf(schemaToGbnf({ anyOf: [{ enum: first }, ...rest.flat().map((value) => ({ const: value }))] }))
        const texts = new Set(taken.map((value) => JSON.stringify(value)))
        const tried = [...texts, ...others.map((value) => JSON.stringify(value))]
        const near = tried.flatMap((text) => [text.slice(0, -1), `${text.slice(0, -1)}a"`, `${text}0`, text.slice(1), ''])
        for (const text of [...tried, ...near])
          expect([isText(whole, text), isText(spread, text)], text).toEqual([texts.has(text), texts.has(text)])
      }),
      { numRuns: 300 },
    )
  })

  test('that begin alike are one way and not a thousand, beside other schemas too', () => {
    const codes = Array.from({ length: 990 }, (_, at) => `customer-service/category/${String(at).padStart(4, '0')}/refund`)
    for (const schema of [{ enum: codes }, { anyOf: [{ type: 'null' }, ...codes.map((code) => ({ type: 'string', const: code }))] }]) {
      const grammar = schemaToGbnf(schema)
      const widest = Math.max(...grammar.split('\n').map((rule) => rule.split(' | ').length))
      expect(widest).toBeLessThanOrEqual(10)
      const read = readGbnf(grammar)
      for (const code of codes) expect(isText(read, JSON.stringify(code))).toBe(true)
      expect(isText(read, '"customer-service/category/0990/refund"')).toBe(false)
    }
  })

  test('of an anyOf are checked as anywhere', () => {
    expect(() => schemaToGbnf({ anyOf: [{ const: 1, minimum: 0 }] })).toThrow("'minimum' beside 'const'")
    expect(() => schemaToGbnf({ anyOf: [{ enum: [] }] })).toThrow("'enum' must be a list")
    expect(() => schemaToGbnf({ anyOf: [{ type: 'string', enum: [1] }] })).toThrow("'enum' has no value of this type")
    expect(() => schemaToGbnf({ anyOf: [{ const: 1, wrong: 2 }] })).toThrow("'wrong'")
  })
})
