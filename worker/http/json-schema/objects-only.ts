import { isSchema } from './disjoint'
import { COMBINING, type Schema } from './keywords'
import { resolvePointer } from './resolve-pointer'
import { SchemaError } from './schema-error'

/** References and alternatives in each other; deeper ones are not looked into. */
const MAX_STEPS = 16

/**
 * The schema of a function's parameters, which are always an object: narrowed to objects where it leaves the type open.
 *
 * @throws SchemaError where it may take something else and cannot be narrowed
 */
export function objectsOnly(schema: Schema): Schema {
  const combining = COMBINING.find((keyword) => keyword in schema)
  if (combining) {
    if (!takesObjectsOnly(schema, schema, 0)) throw new SchemaError([], combining, 'must leave nothing but objects')
    return schema
  }
  if (!mayBeObject(schema.type)) throw new SchemaError([], 'type', 'must be object')
  return { ...schema, type: 'object' }
}

/** Whether a schema of this `type` takes objects at all. */
export function mayBeObject(type: unknown): boolean {
  return type === undefined || type === 'object' || (Array.isArray(type) && type.includes('object'))
}

function takesObjectsOnly(schema: unknown, root: Schema, step: number): boolean {
  if (!isSchema(schema) || step > MAX_STEPS) return false
  if (typeof schema.$ref === 'string') return takesObjectsOnly(resolvePointer(root, schema.$ref), root, step + 1)
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (Array.isArray(parts)) return parts.every((part) => takesObjectsOnly(part, root, step + 1))
  const values = 'const' in schema ? [schema.const] : schema.enum
  if (Array.isArray(values)) return values.every(isSchema)
  return schema.type === 'object' || (schema.type === undefined && isSchema(schema.properties))
}
