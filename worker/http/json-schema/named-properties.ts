import { isSchema } from './disjoint'
import { isAnnotation, type Schema } from './keywords'
import { SchemaError } from './schema-error'

/**
 * An object's schema without `propertyNames`, which says nothing when it wants strings, and declares the properties when it lists names (both
 * as zod writes a record).
 *
 * @throws SchemaError for any other
 */
export function namedProperties(schema: Schema, path: string[]): Schema {
  const { propertyNames: wanted, ...rest } = schema
  if (wanted === undefined || wanted === true) return rest
  const { type = 'string', enum: listed, ...others } = isSchema(wanted) ? wanted : { type: 'none' }
  if (type !== 'string' || Object.keys(others).some((keyword) => !isAnnotation(keyword)))
    throw new SchemaError(path, 'propertyNames', 'is not permitted but with names that are listed')
  if (listed === undefined) return rest
  const names = Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : []
  const { properties = {}, additionalProperties = true } = rest
  if (names.length === 0 || !isSchema(properties) || Object.keys(properties).some((name) => !names.includes(name)))
    throw new SchemaError(path, 'propertyNames', 'must list every property that is declared')
  const declared = names.flatMap((name): [string, unknown][] => {
    const value = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    return value === false ? [] : [[name, value]]
  })
  return { ...rest, properties: Object.fromEntries(declared), additionalProperties: false }
}
