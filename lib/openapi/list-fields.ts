import type { JsonSchema } from '@/lib/openapi/to-json-schema'

/** What a number counts: characters of a text, items of a list, or the value itself. */
export type Limits = { of: 'characters' | 'items' | 'value'; min: number | null; max: number | null }

export type ApiField = {
  /** With the way to it: `message.attachments[].name`. */
  name: string
  /** `string`, `uuid`, `low | normal | high | urgent`, `object[]`, `string | null`. */
  type: string
  isRequired: boolean
  limits: Limits | null
  /** As JSON; null where there is none. */
  byDefault: string | null
}

type Resolve = (ref: string) => JsonSchema

/**
 * The fields of an object, one by one with those inside them; of one that may be several things, those of all of them.
 * @param depth how many levels; all by default
 */
export function listFields(schema: JsonSchema, resolve: Resolve, depth = Number.POSITIVE_INFINITY, way = ''): ApiField[] {
  const { properties, required } = objectOf(schema, resolve)
  return Object.entries(properties).flatMap(([name, part]) => {
    const field = describeField(`${way}${name}`, part, required.includes(name), resolve)
    if (depth <= 1) return [field]
    const isList = field.type.endsWith('[]')
    const inner = isList ? variantsOf(part, resolve).flatMap(({ items }) => (items ? [items as JsonSchema] : [])) : [part]
    return [field, ...inner.flatMap((each) => listFields(each, resolve, depth - 1, `${way}${name}${isList ? '[]' : ''}.`))]
  })
}

/** One field or parameter, without what is inside it. */
export function describeField(name: string, schema: JsonSchema, isRequired: boolean, resolve: Resolve): ApiField {
  const variants = variantsOf(schema, resolve)
  const limits = variants.map(limitsOf).find((each) => each !== null) ?? null
  const byDefault = 'default' in schema ? JSON.stringify(schema.default) : null
  return { name, type: [...new Set(variants.flatMap((each) => typesOf(each, resolve)))].join(' | '), isRequired, limits, byDefault }
}

/** What something may be: `anyOf` is several things, and a `$ref` is what it names. */
function variantsOf(schema: JsonSchema, resolve: Resolve): JsonSchema[] {
  if (typeof schema.$ref === 'string') return variantsOf(resolve(schema.$ref), resolve)
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
  return choices ? choices.flatMap((each) => variantsOf(each, resolve)) : [schema]
}

function objectOf(schema: JsonSchema, resolve: Resolve): { properties: Record<string, JsonSchema>; required: string[] } {
  const objects = variantsOf(schema, resolve).filter(({ properties }) => properties) as {
    properties: Record<string, JsonSchema>
    required?: string[]
  }[]
  const [first, ...others] = objects.map(({ required = [] }) => required)
  return {
    properties: Object.assign({}, ...objects.map(({ properties }) => properties)),
    required: (first ?? []).filter((name) => others.every((names) => names.includes(name))),
  }
}

function typesOf({ type, enum: values, const: only, format, items }: JsonSchema, resolve: Resolve): string[] {
  if (only !== undefined) return [String(only)]
  if (Array.isArray(values)) return values.map(String)
  if (Array.isArray(type)) return type.map(String)
  if (type === 'array') {
    const inner = items ? variantsOf(items as JsonSchema, resolve).flatMap((each) => typesOf(each, resolve)) : ['any']
    return [inner.length > 1 ? `(${inner.join(' | ')})[]` : `${inner[0]}[]`]
  }
  if (type === 'string' && typeof format === 'string') return [format]
  return [typeof type === 'string' ? type : 'any']
}

function limitsOf({ type, minLength, maxLength, minItems, maxItems, minimum, maximum }: JsonSchema): Limits | null {
  const number = (value: unknown) => (typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null)
  const limits = (of: Limits['of'], min: unknown, max: unknown): Limits | null =>
    number(min) === null && number(max) === null ? null : { of, min: number(min), max: number(max) }
  if (type === 'string') return limits('characters', minLength, maxLength)
  if (type === 'array') return limits('items', minItems, maxItems)
  return limits('value', minimum, maximum)
}
