import { readCounts, repeat } from './counts'
import { knownPair } from './format-pairs'
import { FORMATS } from './formats'
import { patternToGbnf } from './pattern'
import { SchemaError } from './schema-error'

/**
 * What a string's keywords say of it, as the body of a rule; null where they say nothing.
 *
 * @throws SchemaError for what cannot be kept
 */
export function stringBody(schema: Record<string, unknown>, path: string[]): string | null {
  const { pattern, format } = schema
  const isMeasured = 'minLength' in schema || 'maxLength' in schema
  if (pattern !== undefined) {
    if (typeof pattern !== 'string') throw new SchemaError(path, 'pattern', 'must be a string')
    const said = knownPair(format, pattern)
    const beside = ['minLength', 'maxLength', 'format'].find((keyword) => keyword in schema && !(keyword === 'format' && said !== null))
    if (beside) throw new SchemaError(path, beside, "beside 'pattern' is not permitted")
    return `"\\"" ${patternToGbnf(said ?? pattern, path)} "\\""`
  }
  if (format !== undefined) {
    const known = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
    if (!known) throw new SchemaError(path, 'format', `is not permitted but with ${Object.keys(FORMATS).join(', ')}`)
    const saysNothing = (schema.minLength === 1 || schema.minLength === 0) && !('maxLength' in schema)
    if (isMeasured && !saysNothing)
      throw new SchemaError(path, 'minLength' in schema ? 'minLength' : 'maxLength', "beside 'format' is not permitted")
    return `"\\"" ${patternToGbnf(`^(${known})$`, path, { isOurs: true })} "\\""`
  }
  if (!isMeasured) return null
  const [min, max] = readCounts('minLength', 'maxLength', schema, path)
  return `"\\"" char${repeat(min, max)} "\\""`
}
