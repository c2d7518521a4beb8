import { SchemaError } from './schema-error'

export type Schema = Record<string, unknown>

/** Keywords that say something about a value without narrowing it. */
const ANNOTATIONS = ['$schema', '$id', '$comment', '$defs', 'definitions', 'title', 'description', 'default', 'examples']
/** The last two are OpenAPI's, and Pydantic writes the last: which schema of a `oneOf` is meant follows from those themselves. */
const MORE_ANNOTATIONS = ['deprecated', 'readOnly', 'writeOnly', 'example', 'discriminator']
const BY_TYPE: Record<string, string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'propertyNames'],
  array: ['prefixItems', 'items', 'additionalItems', 'minItems', 'maxItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
}
const TYPES = Object.keys(BY_TYPE)
/** Each says all that is said of a value. */
export const COMBINING = ['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const']
const KNOWN = [...ANNOTATIONS, ...MORE_ANNOTATIONS, ...COMBINING, ...Object.values(BY_TYPE).flat(), 'type']

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.includes(keyword) || MORE_ANNOTATIONS.includes(keyword)
}

/** @throws SchemaError for a keyword that we do not know: it would be left out in silence */
export function requireKnown(schema: Schema, path: string[]): void {
  for (const keyword of Object.keys(schema)) {
    const isNothing = keyword === 'uniqueItems' && schema[keyword] === false
    if (!KNOWN.includes(keyword) && !isNothing) throw new SchemaError(path, keyword, 'is not permitted')
  }
}

/** What stands beside a combining keyword narrows it, and a grammar cannot say "and". */
export function refuseBeside(keyword: string, schema: Schema, path: string[]): void {
  const isConstant = keyword === 'enum' || keyword === 'const'
  for (const other of Object.keys(schema)) {
    const isHarmless = other === keyword || isAnnotation(other)
    if (isHarmless || (isConstant && other === 'type')) continue
    throw new SchemaError(path, other, `beside '${keyword}' is not permitted`)
  }
}

/** The types that a schema names or means; none: any. */
export function typesOf(schema: Schema, path: string[]): string[] {
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
