import { textInJson } from './code-points'
import { constantTexts } from './constant-texts'
import { readCounts, repeat } from './counts'
import { areDisjoint, isSchema } from './disjoint'
import { GrammarRules } from './grammar-rules'
import { ANY_JSON_RULES } from './json-rules'
import { COMBINING, refuseBeside, requireKnown, type Schema, typesOf } from './keywords'
import { namedProperties } from './named-properties'
import { numberBody } from './number-body'
import { otherNames } from './other-names'
import { resolvePointer } from './resolve-pointer'
import { SchemaError } from './schema-error'
import { stringBody } from './string-body'
import { tupleItems } from './tuple-items'

const MAX_DEPTH = 32
/** Each that may be left out is a place where the object may go on, and llama.cpp looks at all of them for every token. */
const MAX_OPTIONAL = 200
/** Beside constants, of which there may be more: these cannot be told apart by how they begin. With 200 a token takes three times as long. */
const MAX_SCHEMAS = 200

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
  readonly #rules: GrammarRules
  readonly #references = new Map<string, string>()

  constructor(schema: unknown, prefix: string) {
    this.#root = schema
    this.#rules = new GrammarRules(prefix)
  }

  compile(): { root: string; rules: string[] } {
    const root = this.#value(this.#root, { path: [], followed: [] })
    return { root, rules: this.#rules.lines() }
  }

  /** An expression for one value; every expression that is not a single element stands in a rule of its own. */
  #value(schema: unknown, place: Place): string {
    if (schema === true) return 'value'
    if (!isSchema(schema)) throw new SchemaError(place.path, String(schema), 'is not a schema that a value can match')
    if (place.path.length > MAX_DEPTH * 2)
      throw new SchemaError(place.path.slice(0, 4), 'properties', `are nested deeper than ${MAX_DEPTH}`)
    requireKnown(schema, place.path)
    for (const keyword of COMBINING) if (keyword in schema) return this.#combined(keyword, schema, place)
    const types = typesOf(schema, place.path)
    if (types.length === 0) return 'value'
    return this.#rules.oneOf(types.map((type) => this.#typed(type, schema, place)))
  }

  #combined(keyword: string, schema: Schema, place: Place): string {
    refuseBeside(keyword, schema, place.path)
    if (keyword === '$ref') return this.#reference(schema, place)
    if (keyword === 'const' || keyword === 'enum') return this.#rules.oneText(constantTexts(keyword, schema, place.path))
    const parts = schema[keyword]
    if (!Array.isArray(parts) || parts.length === 0) throw new SchemaError(place.path, keyword, 'must be a list that is not empty')
    if (keyword === 'allOf' && parts.length > 1) throw new SchemaError(place.path, 'allOf', 'with more than one schema is not permitted')
    if (keyword === 'oneOf') this.#requireDisjoint(parts, place)
    const inner = (index: number): Place => ({ path: [...place.path, keyword, String(index)], followed: place.followed })
    // Constants of all of them are one tree of words.
    const texts = new Set<string>()
    const others = parts.flatMap((part, index) => {
      const constant = isSchema(part) ? COMBINING.find((one) => one in part) : undefined
      if (constant !== 'const' && constant !== 'enum') return [this.#value(part, inner(index))]
      requireKnown(part, inner(index).path)
      refuseBeside(constant, part, inner(index).path)
      for (const text of constantTexts(constant, part, inner(index).path)) texts.add(text)
      return []
    })
    if (others.length > MAX_SCHEMAS) throw new SchemaError(place.path, keyword, `with more than ${MAX_SCHEMAS} schemas is not permitted`)
    return this.#rules.oneOf(texts.size > 0 ? [this.#rules.oneText(texts), ...others] : others)
  }

  #requireDisjoint(parts: unknown[], { path }: Place): void {
    const resolve = (schema: Schema) => {
      const found = resolvePointer(this.#root, String(schema.$ref))
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
    const target = resolvePointer(this.#root, pointer)
    if (target === undefined) throw new SchemaError(path, '$ref', 'refers to nothing in this schema')
    // The rule has its name before it has its body: the target may refer to itself from inside.
    const name = this.#rules.reserve('ref')
    this.#references.set(pointer, name)
    const body = this.#value(target, { path: pointer.split('/').slice(1), followed: [...followed, pointer] })
    // A chain of references alone comes back to its own rule, which would never write anything.
    if (body === name) throw new SchemaError(path, '$ref', 'refers to itself')
    this.#rules.set(name, body)
    return name
  }

  #typed(type: string, schema: Schema, place: Place): string {
    if (type === 'object') return this.#object(schema, place)
    if (type === 'array') return this.#array(schema, place)
    const body = type === 'string' ? stringBody(schema, place.path) : null
    const bounded = type === 'number' || type === 'integer' ? numberBody(type, schema, place.path) : body
    return bounded === null ? type : this.#rules.add(type, bounded)
  }

  #object(schema: Schema, place: Place): string {
    const { properties = {}, required = [], additionalProperties } = namedProperties(schema, place.path)
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
      return this.#rules.add('pair', `"\\"" ${textInJson(name)} "\\"" colon ${value}`)
    }
    const pairs = [...names, ...new Set(undeclared)].map((name) => ({ pair: pairOf(name), isRequired: required.includes(name) }))
    if (pairs.filter(({ isRequired }) => !isRequired).length > MAX_OPTIONAL) {
      throw new SchemaError(place.path, 'properties', `with more than ${MAX_OPTIONAL} that are not required are not permitted`)
    }
    const more = others === null ? null : this.#morePairs([...names, ...undeclared], others, inner('additionalProperties'))
    return this.#rules.add('object', `"{" space ${this.#pairs(pairs, more)} space "}"`)
  }

  #morePairs(taken: string[], schema: unknown, place: Place): string {
    const name = otherNames(taken, (body) => this.#rules.add('name', body))
    return this.#rules.add('pair', `"\\"" ${name} "\\"" colon ${this.#value(schema, place)}`)
  }

  /** Pairs in their order, those that need not be there left out or not, with commas between those that are. */
  #pairs(pairs: { pair: string; isRequired: boolean }[], more: string | null): string {
    let after = more === null ? '' : this.#rules.add('rest', `(comma ${more})*`)
    let atStart = more === null ? '""' : this.#rules.add('start', `(${more} ${after})?`)
    for (const { pair, isRequired } of pairs.toReversed()) {
      const withPair = [pair, after].filter((part) => part !== '').join(' ')
      atStart = isRequired ? withPair : this.#rules.add('start', `${withPair} | ${atStart}`)
      after = this.#rules.add('rest', isRequired ? `comma ${withPair}` : `(comma ${pair})?${after === '' ? '' : ` ${after}`}`)
    }
    return atStart
  }

  #array(schema: Schema, { path }: Place): string {
    const [min, max] = readCounts('minItems', 'maxItems', schema, path)
    const { keyword, beginning: declared, others } = tupleItems(schema, path)
    const inner = (...more: string[]): Place => ({ path: [...path, ...more], followed: [] })
    // All of them that there may be, and more only where more is said.
    const first = declared.slice(0, max ?? undefined).map((item, at) => this.#value(item, inner(keyword, String(at))))
    const isEnded = others === false || (others === undefined && first.length > 0 && min <= first.length)
    if (others === false && min > first.length) throw new SchemaError(path, 'minItems', 'is above what items leaves')
    const list = (content: string) => this.#rules.add('array', `"[" space ${content === '' ? '' : `${content} space `}"]"`)
    const beginning = first.join(' comma ')
    if (max === first.length || isEnded) return list(beginning)
    const item = this.#value(others ?? true, inner('items'))
    const [least, most] = [Math.max(0, min - first.length), max === null ? null : max - first.length]
    if (first.length > 0) return list(`${beginning} (comma ${item})${repeat(least, most)}`)
    const items = `${item} (comma ${item})${repeat(Math.max(0, least - 1), most === null ? null : most - 1)}`
    return list(min === 0 ? `(${items})?` : items)
  }
}
