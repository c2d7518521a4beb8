import { typeOfValue } from './disjoint'
import { type Schema, typesOf } from './keywords'
import { SchemaError } from './schema-error'

/**
 * The values of `const` or `enum` as JSON, those that are of the type that stands beside it.
 *
 * @throws SchemaError where there is none
 */
export function constantTexts(keyword: 'const' | 'enum', schema: Schema, path: string[]): Set<string> {
  const values = keyword === 'const' ? [schema.const] : schema.enum
  if (!Array.isArray(values) || values.length === 0) throw new SchemaError(path, keyword, 'must be a list that is not empty')
  // JSON.parse reads 1e999 as infinity, and no JSON says that.
  if (values.some((value) => typeof value === 'number' && !Number.isFinite(value)))
    throw new SchemaError(path, keyword, 'has a number that is too large')
  const types = typesOf(schema, path)
  const fits = (value: unknown) =>
    types.length === 0 || types.includes(typeOfValue(value)) || (types.includes('integer') && Number.isInteger(value))
  const texts = new Set(values.filter(fits).map((value) => JSON.stringify(value)))
  if (texts.size === 0) throw new SchemaError(path, keyword, 'has no value of this type')
  return texts
}
