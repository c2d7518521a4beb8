import { literal } from './code-points'
import { readCounts, repeat } from './counts'
import { areDisjoint, isSchema, typeOfValue } from './disjoint'
import { ANY_JSON_RULES } from './json-rules'
import { numberBody } from './number-body'
import { otherNames } from './other-names'
import { textInJson } from './pattern'
import { SchemaError } from './schema-error'
import { stringBody } from './string-body'

/** Keywords that say something about a value without narrowing it. */
const ANNOTATIONS = ['$schema', '$id', '$comment', '$defs', 'definitions', 'title', 'description', 'default', 'examples']
const MORE_ANNOTATIONS = ['deprecated', 'readOnly', 'writeOnly']
const BY_TYPE: Record<string, string[]> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
}
const TYPES = Object.keys(BY_TYPE)
const COMBINING = ['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const']
const KNOWN = [...ANNOTATIONS, ...MORE_ANNOTATIONS, ...COMBINING, ...Object.values(BY_TYPE).flat(), 'type']

const MAX_DEPTH = 32
const MAX_GRAMMAR_CHARS = 200_000
/** Each is a way that llama.cpp follows for every token of the vocabulary; OpenAI takes as many values of enums. */
const MAX_ALTERNATIVES = 1_000

type Schema = Record<string, unknown>
/** Where in the schema we are, and which references were followed on the way here without writing anything. */
type Place = { path: string[]; followed: string[] }

/** GBNF of any JSON object: `response_format: {type: 'json_object'}`. */
export const JSON_OBJECT_GRAMMAR = `root ::= object\n${ANY_JSON_RULES}`

/**
 * A JSON Schema as a GBNF grammar. Every text of the grammar is JSON that the schema accepts: each keyword is honoured
 * or refused. The other way round it may be narrower (properties in the order in which they are declared, none besides
 * them unless `additionalProperties` says so, numbers of fifteen digits).
 *
 * @throws SchemaError that names the keyword and its place
 */
export function schemaToGbnf(schema: unknown): string {
  const { root, rules } = schemaRules(schema)
  return [`root ::= ${root}`, ...rules, ANY_JSON_RULES].join('\n')
}

/**
 * The same as an expression and the rules that it needs besides ANY_JSON_RULES, for a grammar with more in it.
 *
 * @param prefix keeps the names of several schemas apart
 */
export function schemaRules(schema: unknown, prefix = ''): { root: string; rules: string[] } {
  return new SchemaCompiler(schema, prefix).compile()
}

class SchemaCompiler {
  readonly #root: unknown
  readonly #rules = new Map<string, string>()
  readonly #references = new Map<string, string>()
  #chars = 0
  #alternativeCount = 0

  constructor(
    schema: unknown,
    private readonly prefix: string,
  ) {
    this.#root = schema
  }

  compile(): { root: string; rules: string[] } {
    const root = this.#value(this.#root, { path: [], followed: [] })
    return { root, rules: [...this.#rules].map(([name, rule]) => `${name} ::= ${rule}`) }
  }

  /** An expression for one value; every expression that is not a single element stands in a rule of its own. */
  #value(schema: unknown, place: Place): string {
    if (schema === true) return 'value'
    if (!isSchema(schema)) throw new SchemaError(place.path, String(schema), 'is not a schema that a value can match')
    if (place.path.length > MAX_DEPTH * 2)
      throw new SchemaError(place.path.slice(0, 4), 'properties', `are nested deeper than ${MAX_DEPTH}`)
    for (const keyword of Object.keys(schema)) {
      const isNothing = keyword === 'uniqueItems' && schema[keyword] === false
      if (!KNOWN.includes(keyword) && !isNothing) throw new SchemaError(place.path, keyword, 'is not permitted')
    }
    for (const keyword of COMBINING) if (keyword in schema) return this.#combined(keyword, schema, place)
    const types = this.#typesOf(schema, place)
    if (types.length === 0) return 'value'
    return this.#alternatives(types.map((type) => this.#typed(type, schema, place)))
  }

  #combined(keyword: string, schema: Schema, place: Place): string {
    this.#refuseBeside(keyword, schema, place)
    if (keyword === '$ref') return this.#reference(schema, place)
    if (keyword === 'const') return this.#constants('const', [schema.const], schema, place)
    const parts = schema[keyword]
    if (!Array.isArray(parts) || parts.length === 0) throw new SchemaError(place.path, keyword, 'must be a list that is not empty')
    if (keyword === 'enum') return this.#constants('enum', parts, schema, place)
    if (keyword === 'allOf' && parts.length > 1) throw new SchemaError(place.path, 'allOf', 'with more than one schema is not permitted')
    if (keyword === 'oneOf') this.#requireDisjoint(parts, place)
    const inner = (index: number): Place => ({ path: [...place.path, keyword, String(index)], followed: place.followed })
    return this.#alternatives(parts.map((part, index) => this.#value(part, inner(index))))
  }

  /** What stands beside a combining keyword narrows it, and a grammar cannot say "and". */
  #refuseBeside(keyword: string, schema: Schema, { path }: Place): void {
    const isConstant = keyword === 'enum' || keyword === 'const'
    for (const other of Object.keys(schema)) {
      const isHarmless = other === keyword || ANNOTATIONS.includes(other) || MORE_ANNOTATIONS.includes(other)
      if (isHarmless || (isConstant && other === 'type')) continue
      throw new SchemaError(path, other, `beside '${keyword}' is not permitted`)
    }
  }

  #requireDisjoint(parts: unknown[], { path }: Place): void {
    const resolve = (schema: Schema) => {
      const found = this.#find(String(schema.$ref))
      return isSchema(found) ? found : null
    }
    parts.forEach((part, index) => {
      for (const other of parts.slice(index + 1)) {
        if (!areDisjoint(part, other, resolve)) {
          throw new SchemaError(path, 'oneOf', 'is not permitted where a value could match two of its schemas; use anyOf')
        }
      }
    })
  }

  #reference(schema: Schema, { path, followed }: Place): string {
    const pointer = schema.$ref
    if (typeof pointer !== 'string') throw new SchemaError(path, '$ref', 'must be a string')
    if (followed.includes(pointer)) throw new SchemaError(path, '$ref', 'refers to itself')
    const known = this.#references.get(pointer)
    if (known) return known
    const target = this.#find(pointer)
    if (target === undefined) throw new SchemaError(path, '$ref', 'refers to nothing in this schema')
    // The rule has its name before it has its body: the target may refer to itself from inside.
    const name = this.#name('ref')
    this.#references.set(pointer, name)
    const body = this.#value(target, { path: pointer.split('/').slice(1), followed: [...followed, pointer] })
    // A chain of references alone comes back to its own rule, which would never write anything.
    if (body === name) throw new SchemaError(path, '$ref', 'refers to itself')
    this.#set(name, body)
    return name
  }

  #find(pointer: string): unknown {
    if (pointer === '#') return this.#root
    if (!pointer.startsWith('#/')) return undefined
    let now = this.#root
    for (const part of pointer.slice(2).split('/')) {
      const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~')
      now = typeof now === 'object' && now !== null && Object.hasOwn(now, key) ? (now as Record<string, unknown>)[key] : undefined
    }
    return now
  }

  #constants(keyword: string, values: unknown[], schema: Schema, { path }: Place): string {
    const types = this.#typesOf(schema, { path, followed: [] })
    const fits = (value: unknown) =>
      types.length === 0 || types.includes(typeOfValue(value)) || (types.includes('integer') && Number.isInteger(value))
    const texts = new Set(values.filter(fits).map((value) => literal(JSON.stringify(value))))
    if (texts.size === 0) throw new SchemaError(path, keyword, 'has no value of this type')
    return this.#alternatives([...texts])
  }

  #typesOf(schema: Schema, { path }: Place): string[] {
    const { type } = schema
    if (type === undefined) {
      const narrowed = TYPES.filter((name) => BY_TYPE[name]?.some((keyword) => keyword in schema))
      // Without a type a keyword says nothing of values of other types; one type is narrow enough.
      return narrowed.slice(0, 1)
    }
    const types = Array.isArray(type) ? type : [type]
    const wrong = types.find((name) => typeof name !== 'string' || !TYPES.includes(name))
    if (wrong !== undefined || types.length === 0) throw new SchemaError(path, 'type', 'is not a type that JSON has')
    return types
  }

  #typed(type: string, schema: Schema, place: Place): string {
    if (type === 'object') return this.#object(schema, place)
    if (type === 'array') return this.#array(schema, place)
    const body = type === 'string' ? stringBody(schema, place.path) : null
    const bounded = type === 'number' || type === 'integer' ? numberBody(type, schema, place.path) : body
    return bounded === null ? type : this.#rule(type, bounded)
  }

  #object(schema: Schema, place: Place): string {
    const { properties = {}, required = [], additionalProperties } = schema
    if (!isSchema(properties)) throw new SchemaError(place.path, 'properties', 'must be an object')
    if (!Array.isArray(required) || required.some((name) => typeof name !== 'string')) {
      throw new SchemaError(place.path, 'required', 'must be a list of strings')
    }
    const inner = (...more: string[]): Place => ({ path: [...place.path, ...more], followed: [] })
    const names = Object.keys(properties)
    // A name that is required and not declared is one of the additional ones.
    const undeclared = (required as string[]).filter((name) => !names.includes(name))
    if (undeclared.length > 0 && additionalProperties === false) {
      throw new SchemaError(place.path, 'required', 'names a property that additionalProperties forbids')
    }
    const isFree = names.length === 0 && undeclared.length === 0 && additionalProperties === undefined
    if (isFree) return 'object'
    const others = additionalProperties === undefined || additionalProperties === false ? null : additionalProperties
    const pairOf = (name: string) => {
      const declared = Object.hasOwn(properties, name)
      const value = declared ? this.#value(properties[name], inner('properties', name)) : this.#value(others ?? true, inner(name))
      return this.#rule('pair', `"\\"" ${textInJson(name)} "\\"" colon ${value}`)
    }
    const pairs = [...names, ...new Set(undeclared)].map((name) => ({ pair: pairOf(name), isRequired: required.includes(name) }))
    const more = others === null ? null : this.#morePairs([...names, ...undeclared], others, inner('additionalProperties'))
    return this.#rule('object', `"{" space ${this.#pairs(pairs, more)} space "}"`)
  }

  #morePairs(taken: string[], schema: unknown, place: Place): string {
    const name = otherNames(taken, (body) => this.#rule('name', body))
    return this.#rule('pair', `"\\"" ${name} "\\"" colon ${this.#value(schema, place)}`)
  }

  /** Pairs in their order, those that need not be there left out or not, with commas between those that are. */
  #pairs(pairs: { pair: string; isRequired: boolean }[], more: string | null): string {
    let after = more === null ? '' : this.#rule('rest', `(comma ${more})*`)
    let atStart = more === null ? '""' : this.#rule('start', `(${more} ${after})?`)
    for (const { pair, isRequired } of pairs.toReversed()) {
      const withPair = [pair, after].filter((part) => part !== '').join(' ')
      atStart = isRequired ? withPair : this.#rule('start', `${withPair} | ${atStart}`)
      after = this.#rule('rest', isRequired ? `comma ${withPair}` : `(comma ${pair})?${after === '' ? '' : ` ${after}`}`)
    }
    return atStart
  }

  #array(schema: Schema, { path }: Place): string {
    const [min, max] = readCounts('minItems', 'maxItems', schema, path)
    const item = this.#value(schema.items ?? true, { path: [...path, 'items'], followed: [] })
    if (max === 0) return this.#rule('array', '"[" space "]"')
    const further = `(comma ${item})${repeat(Math.max(0, min - 1), max === null ? null : max - 1)}`
    const items = `${item} ${further}`
    return this.#rule('array', `"[" space ${min === 0 ? `(${items})?` : items} space "]"`)
  }

  #alternatives(options: string[]): string {
    const different = [...new Set(options)]
    this.#alternativeCount += different.length
    if (this.#alternativeCount > MAX_ALTERNATIVES) throw new SchemaError([], 'schema', `has more than ${MAX_ALTERNATIVES} alternatives`)
    return different.length === 1 ? (different[0] as string) : this.#rule('either', different.join(' | '))
  }

  #name(kind: string): string {
    return `${this.prefix}${kind}-${this.#rules.size + this.#references.size}`
  }

  #rule(kind: string, body: string): string {
    const name = this.#name(kind)
    this.#set(name, body)
    return name
  }

  #set(name: string, body: string): void {
    this.#chars += name.length + body.length
    if (this.#chars > MAX_GRAMMAR_CHARS) throw new SchemaError([], 'schema', 'is too large')
    this.#rules.set(name, body)
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray % is no escape
  }
}
